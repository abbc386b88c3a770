namespace Karkhana.Methods.Psychometrics;

/// <summary>Whether columns are made into memberships first.</summary>
public enum FuzzyCalibration
{
    /// <summary>The columns are memberships.</summary>
    None,

    /// <summary>Every column is calibrated by the direct method.</summary>
    Direct,
}
