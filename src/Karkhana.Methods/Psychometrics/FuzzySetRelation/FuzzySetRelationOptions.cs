using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on fuzzy-set relations.</summary>
public sealed record FuzzySetRelationOptions : FuzzySetQuantiles
{
    /// <summary>Gets whether columns are calibrated first.</summary>
    /// <value>None unless set.</value>
    [Description("none: columns are memberships; direct: calibrate every column first.")]
    public FuzzyCalibration Calibration { get; init; }

    /// <summary>Gets which terms are made of the conditions.</summary>
    /// <value>Each condition unless set.</value>
    [Description("Each condition, each negated condition, or the conjunction of all.")]
    public FuzzyTerms Terms { get; init; }
}
