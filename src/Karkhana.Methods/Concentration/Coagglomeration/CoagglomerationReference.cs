namespace Karkhana.Methods.Concentration;

/// <summary>What the shares of industries over regions are compared with.</summary>
public enum CoagglomerationReference
{
    /// <summary>Shares of the regions in the employment of all listed plants.</summary>
    Employment,

    /// <summary>The simple mean of the industries' shares, as in the article of 2010.</summary>
    MeanShare,

    /// <summary>Shares from a table of its own.</summary>
    Given,
}
