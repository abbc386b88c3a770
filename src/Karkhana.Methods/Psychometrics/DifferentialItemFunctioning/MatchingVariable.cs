namespace Karkhana.Methods.Psychometrics;

/// <summary>What makes respondents of two groups comparable.</summary>
public enum MatchingVariable
{
    /// <summary>The sum of the items, the studied one included.</summary>
    Total,

    /// <summary>The column of latent scores that came with the answers.</summary>
    Score,
}
