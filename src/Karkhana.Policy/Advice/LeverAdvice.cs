namespace Karkhana.Policy;

/// <summary>The advice on one lever.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Score">Match × regime share × evidence × gap factor ÷ cost; 0 for the baseline.</param>
/// <param name="Low">The lower limit of the score over resampled firms.</param>
/// <param name="High">The upper limit.</param>
/// <param name="Match">How much the firms lack what the lever's channels bring, 0 to 1.</param>
/// <param name="RegimeShare">The share of firms in a regime in which it works.</param>
/// <param name="ShareInTopThree">In how many resamples it is among the first three.</param>
/// <param name="Vetoed">Why it is not advised; <see cref="VetoRule.None"/> when nothing stands against it.</param>
public sealed record LeverAdvice(
    Lever Lever, double Score, double Low, double High, double Match, double RegimeShare, double ShareInTopThree, VetoRule Vetoed)
{
    /// <summary>Gets by how much gaps of exposure raise the score.</summary>
    /// <value>From 1, where none lies below the comparison set, to that of the menu, where all that feeds the lever's channels does.</value>
    public double GapFactor { get; init; } = 1;

    /// <summary>Gets the gaps below the comparison set that feed a channel of the lever, the widest first.</summary>
    public IReadOnlyList<ExposureGap> Gaps { get; init; } = [];
}
