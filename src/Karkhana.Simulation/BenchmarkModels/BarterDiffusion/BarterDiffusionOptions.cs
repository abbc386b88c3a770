using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>What can be set on the diffusion of knowledge by barter.</summary>
public sealed record BarterDiffusionOptions : BenchmarkOptions
{
    /// <summary>Gets the number of agents.</summary>
    /// <value>From 3 to 100000; 100 unless set.</value>
    public int Agents { get; init => field = Require.Between(value, 3, 100_000); } = 100;

    /// <summary>Gets how many others an agent is linked with on average.</summary>
    /// <value>Even, from 2, below the number of agents; 4 unless set.</value>
    public int Degree { get; init => field = Require.Between(value, 2, 99_999); } = 4;

    /// <summary>Gets the number of categories of knowledge.</summary>
    /// <value>From 1 to 1000; 10 unless set.</value>
    public int Categories { get; init => field = Require.Between(value, 1, 1000); } = 10;

    /// <summary>Gets the highest level at the start of agents who are no experts.</summary>
    /// <value>Above 0; 10 unless set. Levels are drawn evenly from 0 to it.</value>
    public double HighestLevel { get; init => field = Require.Positive(value); } = 10;

    /// <summary>Gets the number of experts.</summary>
    /// <value>From 0 to the number of agents; 10 unless set. They are drawn; the k-th is expert in category k, counted round.</value>
    public int Experts { get; init => field = Require.Between(value, 0, 100_000); } = 10;

    /// <summary>Gets the level of an expert in the category of expertise.</summary>
    /// <value>Above 0; 30 unless set.</value>
    public double ExpertLevel { get; init => field = Require.Positive(value); } = 30;

    /// <summary>Gets α: the share of the gap that a learner closes in a trade.</summary>
    /// <value>Above 0, at most 1; 0.1 unless set.</value>
    public double Alpha { get; init => field = Require.Between(Require.Positive(value), 0, 1); } = 0.1;

    /// <summary>Gets by what share a level must exceed another for its owner to be ahead.</summary>
    /// <value>From 0 to 1; 0.01 unless set. At 0 ever smaller gaps are traded, and most runs end at the last period.</value>
    public double Similarity { get; init => field = Require.Between(value, 0, 1); } = 0.01;

    /// <summary>Gets how much changes hands in a trade.</summary>
    /// <value><see cref="BarterExchange.Paired"/> unless set: our reading of barter. Where knowledge is highest depends on it.</value>
    public BarterExchange Exchange { get; init; }

    /// <summary>Gets the shares of links that are laid anew, one study for each.</summary>
    /// <value>From 0 to 1 each; 0, 0.01, 0.03, 0.06, 0.1, 0.15, 0.25, 0.4, 0.6 and 1 unless set.</value>
    public IReadOnlyList<double> Rewiring { get; init => field = Require.Finite(value); } = [0, 0.01, 0.03, 0.06, 0.1, 0.15, 0.25, 0.4, 0.6, 1];

    /// <summary>Gets the most periods; in each period every link is asked once, in an order drawn anew.</summary>
    /// <value>From 1 to 1000000; 2000 unless set.</value>
    public int MostPeriods { get; init => field = Require.Between(value, 1, 1_000_000); } = 2000;

    /// <summary>Refuses settings that do not fit each other.</summary>
    internal void Check()
    {
        Require.Between(Degree, 2, Agents - 1, nameof(Degree));
        Require.Between(Experts, 0, Agents, nameof(Experts));
        foreach (double share in Rewiring)
        {
            Require.Between(share, 0, 1, nameof(Rewiring));
        }
    }
}
