namespace Karkhana.Methods.Experiments;

/// <summary>How correlations at several lags are joined in one statistic.</summary>
public enum PortmanteauTest
{
    /// <summary>Each square over n − l: close to its distribution in short series, too.</summary>
    LjungBox,

    /// <summary>Each square over n: as first proposed.</summary>
    BoxPierce,
}
