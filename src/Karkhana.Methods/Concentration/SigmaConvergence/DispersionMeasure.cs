namespace Karkhana.Methods.Concentration;

/// <summary>How dispersion is measured.</summary>
public enum DispersionMeasure
{
    /// <summary>By the coefficient of variation: standard deviation over mean.</summary>
    Cv,

    /// <summary>By the standard deviation.</summary>
    Sd,
}
