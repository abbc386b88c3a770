namespace Karkhana.Learning;

/// <summary>By what the research of others counts as near.</summary>
public enum SpilloverProximity
{
    /// <summary>By how alike the profiles are: their cosine.</summary>
    Technology,

    /// <summary>By distance, exp(−d/δ).</summary>
    Distance,

    /// <summary>By both, multiplied.</summary>
    Joint,
}
