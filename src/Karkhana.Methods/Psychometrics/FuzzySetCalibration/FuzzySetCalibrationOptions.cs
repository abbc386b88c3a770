using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the calibration of a fuzzy set.</summary>
public sealed record FuzzySetCalibrationOptions : FuzzySetQuantiles
{
    /// <summary>Gets the value of full exclusion.</summary>
    /// <value>Null unless set: taken from the quantile. All three values are given, or none.</value>
    [Description("Value of full exclusion; null takes the quantile. Give all three values or none.")]
    public double? Lower { get; init; }

    /// <summary>Gets the value of membership 0.5.</summary>
    /// <value>Null unless set: taken from the quantile.</value>
    [Description("Value of membership 0.5; null takes the quantile.")]
    public double? Crossover { get; init; }

    /// <summary>Gets the value of full inclusion.</summary>
    /// <value>Null unless set: taken from the quantile.</value>
    [Description("Value of full inclusion; null takes the quantile.")]
    public double? Upper { get; init; }
}
