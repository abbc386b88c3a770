namespace Karkhana.CollectiveEfficiency;

/// <summary>How many firms of a group take part in a joint action.</summary>
/// <param name="Construct">The joint action: <c>JA01</c>; <c>any</c> for at least one.</param>
/// <param name="Group">The group; <c>all</c> for all firms.</param>
/// <param name="Firms">The firms that answered.</param>
/// <param name="Share">The weighted share that takes part; NaN without answers.</param>
/// <param name="ConfLow">The lower limit.</param>
/// <param name="ConfHigh">The upper limit.</param>
public sealed record SelectivityRow(string Construct, string Group, int Firms, double Share, double ConfLow, double ConfHigh);
