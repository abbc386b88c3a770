namespace Karkhana.Simulation;

/// <summary>How trust on a tie moves in a quarter, and whether the tie lasts.</summary>
/// <remarks>Kinship and membership last whatever the trust; a link out of the cluster is kept by the firm, not by trust.</remarks>
internal static class TieStrength
{
    public static double Next(ClusterParameters parameters, double trust, bool used) => used
        ? trust + (parameters.Ties.TrustAfterUse * (1 - trust))
        : trust * (1 - parameters.TieDecayRate);

    public static bool Lasts(ClusterParameters parameters, ClusterTieKind kind, double trust) =>
        kind is ClusterTieKind.Kin or ClusterTieKind.Association or ClusterTieKind.External
        || trust >= parameters.Ties.DroppedBelow;
}
