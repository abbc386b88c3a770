namespace Karkhana.Benchmarks.Learning;

/// <summary>How strongly the advantages act in a synthetic cluster.</summary>
public enum SyntheticEffects
{
    /// <summary>As framework 5.5 writes it: all cells of the matrix, each channel an index divided by the sum of its strengths.</summary>
    Index,

    /// <summary>The cells of strength 2 and those of poaching (DE02) only, each channel scale per strength and standard deviation of
    /// exposure: few advantages act, and each can be told.</summary>
    Apart,
}
