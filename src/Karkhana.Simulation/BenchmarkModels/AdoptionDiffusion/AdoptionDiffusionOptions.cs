using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>What can be set on adoption by imitation.</summary>
public sealed record AdoptionDiffusionOptions : BenchmarkOptions
{
    /// <summary>Gets the number of agents.</summary>
    /// <value>From 2 to 1000000; 5000 unless set.</value>
    public int Agents { get; init => field = Require.Between(value, 2, 1_000_000); } = 5000;

    /// <summary>Gets how many others each adopter meets in a unit of time; who has not adopted does so at once.</summary>
    /// <value>Above 0, at most 1000; 0.5 unless set.</value>
    public double Rate { get; init => field = Require.Between(Require.Positive(value), 0, 1000); } = 0.5;

    /// <summary>Gets the share that has adopted at time 0, rounded to whole agents, at least one.</summary>
    /// <value>Above 0, at most 1; 0.01 unless set.</value>
    public double InitialShare { get; init => field = Require.Between(Require.Positive(value), 0, 1); } = 0.01;

    /// <summary>Gets the times at which shares are read.</summary>
    /// <value>From 0, ascending; 0, 1, …, 20 unless set.</value>
    public IReadOnlyList<double> Times { get; init => field = Require.Finite(value); } = [.. Enumerable.Range(0, 21).Select(time => (double)time)];

    /// <summary>Gets the adopters at time 0.</summary>
    internal int InitialAdopters => Math.Clamp((int)Math.Round(InitialShare * Agents), 1, Agents);

    /// <summary>Refuses times that go back.</summary>
    internal void Check()
    {
        for (int i = 0; i < Times.Count; i++)
        {
            double before = i == 0 ? 0 : Times[i - 1];
            Require.That(Times[i] >= before, nameof(Times), FormattableString.Invariant(
                $"must ascend from 0; {Times[i]} came after {before}"));
        }
    }
}
