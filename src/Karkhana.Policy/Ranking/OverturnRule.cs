namespace Karkhana.Policy;

/// <summary>A rule of the classification tree: parameters for which a share of the draws is overturned.</summary>
/// <param name="Text">What it asks of the parameters; <c>all</c> when the tree has no split.</param>
/// <param name="Draws">The draws that it holds for.</param>
/// <param name="Share">The share of them that is overturned.</param>
public sealed record OverturnRule(string Text, int Draws, double Share)
{
    /// <summary>Gets a value indicating whether at least half of its draws are overturned.</summary>
    public bool IsOverturned => Share >= 0.5;
}
