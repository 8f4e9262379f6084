/// A list of questions as a workbook that survey programs share (XLSForm, xlsform.org): sheets `survey`, `choices` and
/// `settings`. What only we have stands in columns that begin with `regio_`; others pass over those.
package enum XLSForm {
    static let dutch = "Nederlands (nl)"
    static let english = "English (en)"
    /// The list of choices of a question with yes, partly and no.
    static let yesPartlyNo = "yes_partly_no"
}
