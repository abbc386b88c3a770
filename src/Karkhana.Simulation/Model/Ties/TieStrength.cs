namespace Karkhana.Simulation;

/// <summary>How trust on a tie moves in a quarter, and whether the tie lasts.</summary>
/// <remarks>
/// Advice that is not asked for fades. Goods and given-out work pass along their ties in every quarter, and kinship and membership are there
/// without being used: trust on such ties stays as it is when neither knowledge nor joint action uses them. Kinship and membership last
/// whatever the trust; a link out of the cluster is kept by the firm, not by trust.
/// </remarks>
internal static class TieStrength
{
    public static double Next(ClusterParameters parameters, ClusterTieKind kind, double trust, bool used) => used
        ? trust + (parameters.Ties.TrustAfterUse * (1 - trust))
        : kind == ClusterTieKind.Knowledge ? trust * (1 - parameters.TieDecayRate) : trust;

    /// <summary>Gives trust as the two ends feel it: τ and the mean of what policies add on both.</summary>
    /// <param name="trust">τ.</param>
    /// <param name="one">What policies add on one end.</param>
    /// <param name="other">What they add on the other.</param>
    /// <returns>From 0 to 1.</returns>
    public static double Felt(double trust, double one, double other) => Math.Clamp(trust + ((one + other) / 2), 0, 1);

    public static bool Lasts(ClusterParameters parameters, ClusterTieKind kind, double trust) =>
        kind is ClusterTieKind.Kin or ClusterTieKind.Association or ClusterTieKind.External
        || trust >= parameters.Ties.DroppedBelow;
}
