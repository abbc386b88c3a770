namespace Karkhana.Methods.Psychometrics;

/// <summary>How respondents are split for Andersen's test.</summary>
public enum AndersenSplit
{
    /// <summary>Raw scores up to the median form the first group.</summary>
    Median,

    /// <summary>Raw scores up to the mean form the first group.</summary>
    Mean,

    /// <summary>By the column group of the responses: region, size, owner.</summary>
    Group,
}
