namespace Karkhana.Simulation;

/// <summary>How far own effort reaches from what a firm masters (framework 8, row 33; Stiglitz 1987).</summary>
/// <remarks>
/// Improvement is local: of what effort closes of the gap of a function the share exp(−λ_e × technical distance) comes about, the distance being that between
/// the capability of the function that the firm masters best and that of this one. A firm with one function, or one whose functions are alike, learns as without it;
/// with λ_e without bound a firm learns by effort only what it masters best. Source: Stiglitz 1987, Learning to learn, localised learning and technological progress.
/// </remarks>
internal static class LocalEffort
{
    /// <summary>Gives the capability of the function that a firm masters best.</summary>
    /// <param name="capability">Its capability by function.</param>
    /// <returns>The greatest.</returns>
    public static double BestOf(ReadOnlySpan<double> capability)
    {
        double best = capability[0];
        foreach (double one in capability)
        {
            best = Math.Max(best, one);
        }

        return best;
    }

    /// <summary>Gives the share of what effort closes that comes about.</summary>
    /// <param name="locality">λ_e.</param>
    /// <param name="best">The capability of the function that the firm masters best.</param>
    /// <param name="capability">That of this function.</param>
    /// <returns>From 0 to 1; 1 for the function that it masters best.</returns>
    public static double Share(double locality, double best, double capability) => Math.Exp(-locality * (best - capability));
}
