namespace Karkhana.Methods.Spatial;

/// <summary>Under which null the variance of a global statistic is computed.</summary>
public enum NullVariance
{
    /// <summary>The values are as they are; every order of them over the units is as likely as any other.</summary>
    Randomisation,

    /// <summary>The values are independent draws from one normal distribution.</summary>
    Normality,
}
