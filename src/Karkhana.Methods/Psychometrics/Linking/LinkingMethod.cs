namespace Karkhana.Methods.Psychometrics;

/// <summary>How two latent scales are put on one.</summary>
public enum LinkingMethod
{
    /// <summary>Equal means of the anchors' test characteristic curves; Stocking and Lord 1983.</summary>
    StockingLord,

    /// <summary>Equal curves of each category of each anchor; Haebara 1980.</summary>
    Haebara,

    /// <summary>Equal mean slope and mean threshold of the anchors; Loyd and Hoover 1980.</summary>
    MeanMean,

    /// <summary>Equal mean and standard deviation of the anchors' thresholds; Marco 1977.</summary>
    MeanSigma,
}
