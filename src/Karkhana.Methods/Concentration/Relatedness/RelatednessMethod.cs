namespace Karkhana.Methods.Concentration;

/// <summary>How co-occurrence is freed from the frequency of the two industries.</summary>
public enum RelatednessMethod
{
    /// <summary>Observed over expected co-occurrence, when an industry cannot meet itself.</summary>
    Probability,

    /// <summary>Observed over expected co-occurrence, the expectation being the product of the shares.</summary>
    Association,

    /// <summary>Over the geometric mean of the two sums.</summary>
    Cosine,

    /// <summary>Over the two sums less the co-occurrence.</summary>
    Jaccard,

    /// <summary>Over the greater ubiquity: the lesser of the two conditional probabilities, called proximity.</summary>
    MinimumConditional,
}
