namespace Karkhana.Methods.Econometrics;

/// <summary>How a system of equations is estimated.</summary>
public enum SystemMethod
{
    /// <summary>Each equation by least squares.</summary>
    Ordinary,

    /// <summary>All together, with errors of one row correlated between equations.</summary>
    SeeminglyUnrelated,

    /// <summary>Each equation by two-stage least squares.</summary>
    TwoStage,

    /// <summary>All together by the regressors' projections on the instruments.</summary>
    ThreeStage,
}
