package import Database

/// What the keys of a region, a programme, a person and an organisation are keys of.
///
/// The things themselves live in `Membership`; the words of access need only their keys.
package enum RegionKind {}
package enum ProgrammeKind {}
package enum PersonKind {}
package enum PartnerKind {}

package typealias RegionID = ID<RegionKind>
package typealias ProgrammeID = ID<ProgrammeKind>
package typealias PersonID = ID<PersonKind>
package typealias PartnerID = ID<PartnerKind>
