namespace Karkhana.Methods.Econometrics;

/// <summary>How the covariance of panel estimates is estimated.</summary>
public enum PanelCovariance
{
    /// <summary>One error variance for all transformed rows.</summary>
    Classical,

    /// <summary>Errors of a unit may be correlated; no factor.</summary>
    ArellanoHc0,

    /// <summary>The same times N/(N − K).</summary>
    ArellanoHc1,
}
