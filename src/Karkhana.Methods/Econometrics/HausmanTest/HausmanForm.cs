namespace Karkhana.Methods.Econometrics;

/// <summary>How within and random-effects estimates are compared.</summary>
public enum HausmanForm
{
    /// <summary>Hausman's quadratic form of their difference, with classical covariances.</summary>
    Quadratic,

    /// <summary>Mundlak's regression: random effects with the unit means of the terms added, which are tested together with
    /// errors clustered by unit.</summary>
    Regression,
}
