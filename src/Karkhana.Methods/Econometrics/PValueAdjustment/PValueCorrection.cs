namespace Karkhana.Methods.Econometrics;

/// <summary>How p-values are corrected for having looked many times.</summary>
public enum PValueCorrection
{
    /// <summary>Bounds the chance of any false finding, step by step; never finds less than Bonferroni.</summary>
    Holm,

    /// <summary>Bounds the chance of any false finding of tests that are independent or depend positively.</summary>
    Hochberg,

    /// <summary>As Hochberg, and finds at least as much.</summary>
    Hommel,

    /// <summary>Bounds the chance of any false finding.</summary>
    Bonferroni,

    /// <summary>Bounds the expected share of false findings of tests that are independent or depend
    /// positively.</summary>
    BenjaminiHochberg,

    /// <summary>Bounds the expected share of false findings whatever the dependence.</summary>
    BenjaminiYekutieli,
}
