using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>What can be set on the probabilities of regimes.</summary>
public sealed record RegimeProbabilitiesOptions
{
    /// <summary>Gets the number of draws of assumptions and capabilities.</summary>
    /// <value>100 to 100,000; 1,000 unless set.</value>
    public int Draws { get; init => field = Require.Between(value, 100, 100_000); } = 1000;

    /// <summary>Gets the standard deviation of the logarithm of each assumed parameter.</summary>
    /// <value>Zero or greater; 0.25 unless set, about a quarter up or down.</value>
    public double Spread { get; init => field = Require.Between(value, 0, 5); } = 0.25;

    /// <summary>Gets the probability from which a firm's regime counts as clear.</summary>
    /// <value>Above 0.5 and at most 1; 0.8 unless set.</value>
    public double Clear { get; init => field = Require.Between(value, 0.5, 1); } = 0.8;

    /// <summary>Gets the seed of the draws.</summary>
    public ulong Seed { get; init; } = 2003;
}
