using Karkhana.Core.Errors;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>What can be set on an industry whose firms innovate, imitate, enter and leave.</summary>
public sealed record SchumpeterianCompetitionOptions : BenchmarkOptions
{
    /// <summary>Gets the firms at the start, all alike; not used when firms are given.</summary>
    /// <value>From 1 to 10000; 8 unless set.</value>
    public int Firms { get; init => field = Require.Between(value, 1, 10_000); } = 8;

    /// <summary>Gets the capital of all firms together at the start; not used when firms are given.</summary>
    /// <value>Above 0; 390.8 unless set, near demand over cost and mark-up.</value>
    public double Capital { get; init => field = Require.Positive(value); } = 390.8;

    /// <summary>Gets the periods.</summary>
    /// <value>From 1 to 500; 100 unless set.</value>
    public int Periods { get; init => field = Require.Between(value, 1, 500); } = 100;

    /// <summary>Gets what buyers spend in the first period.</summary>
    /// <value>Above 0; 67 unless set.</value>
    public double Demand { get; init => field = Require.Positive(value); } = 67;

    /// <summary>Gets the growth of demand in a period.</summary>
    /// <value>From −0.5 to 0.5; 0.01 unless set.</value>
    public double DemandGrowth { get; init => field = Require.Between(value, -0.5, 0.5); } = 0.01;

    /// <summary>Gets the variable cost of a unit of capital in a period.</summary>
    /// <value>Above 0; 0.16 unless set.</value>
    public double Cost { get; init => field = Require.Positive(value); } = 0.16;

    /// <summary>Gets the share of capital that wears out in a period.</summary>
    /// <value>From 0 to 0.5; 0.03 unless set.</value>
    public double Depreciation { get; init => field = Require.Between(value, 0, 0.5); } = 0.03;

    /// <summary>Gets what a bank lends for each unit of profit.</summary>
    /// <value>From 0 to 1000; 1 unless set.</value>
    public double Bank { get; init => field = Require.Between(value, 0, 1000); } = 1;

    /// <summary>Gets ψ, the supply elasticity that a firm expects of its rivals.</summary>
    /// <value>From 0 to 1000000; 1 unless set: a mark-up of (2 − s)/(2 − 2s).</value>
    public double SupplyResponse { get; init => field = Require.Between(value, 0, 1e6); } = 1;

    /// <summary>Gets the spending on innovation per unit of capital.</summary>
    /// <value>From 0 to 100; 0.0205 unless set.</value>
    public double InnovationSpending { get; init => field = Require.Between(value, 0, 100); } = 0.0205;

    /// <summary>Gets the spending on imitation per unit of capital.</summary>
    /// <value>From 0 to 100; 0.00102 unless set.</value>
    public double ImitationSpending { get; init => field = Require.Between(value, 0, 100); } = 0.00102;

    /// <summary>Gets the probability of an innovation per unit spent.</summary>
    /// <value>From 0 to 1000; 0.125 unless set; 0 turns innovation off.</value>
    public double InnovationSuccess { get; init => field = Require.Between(value, 0, 1000); } = 0.125;

    /// <summary>Gets the probability of an imitation per unit spent.</summary>
    /// <value>From 0 to 1000; 1.25 unless set; 0 turns imitation off.</value>
    public double ImitationSuccess { get; init => field = Require.Between(value, 0, 1000); } = 1.25;

    /// <summary>Gets the logarithm of latent productivity in the first period.</summary>
    /// <value>From −10 to 10; 0.16 unless set; firms start there unless they are given.</value>
    public double LatentLevel { get; init => field = Require.Between(value, -10, 10); } = 0.16;

    /// <summary>Gets the growth of latent productivity in a period.</summary>
    /// <value>From −0.1 to 0.1; 0.01 unless set.</value>
    public double LatentGrowth { get; init => field = Require.Between(value, -0.1, 0.1); } = 0.01;

    /// <summary>Gets the standard deviation of the logarithm of what is found around latent productivity.</summary>
    /// <value>From 0 to 2; 0.05 unless set.</value>
    public double LatentDeviation { get; init => field = Require.Between(value, 0, 2); } = 0.05;

    /// <summary>Gets how many may try to enter in a period.</summary>
    /// <value>From 0 to 100; 5 unless set; 0 turns entry off.</value>
    public int EntryTries { get; init => field = Require.Between(value, 0, 100); } = 5;

    /// <summary>Gets the probability that a try succeeds when mean profit is 0.</summary>
    /// <value>From −1 to 1; 0.1 unless set.</value>
    public double EntryBase { get; init => field = Require.Between(value, -1, 1); } = 0.1;

    /// <summary>Gets what a unit of mean profit per unit of capital adds to that probability.</summary>
    /// <value>From 0 to 1000; 2.5 unless set.</value>
    public double EntrySlope { get; init => field = Require.Between(value, 0, 1000); } = 2.5;

    /// <summary>Gets the capital of an entrant as a share of the mean of those who are there.</summary>
    /// <value>Above 0, at most 1; 0.25 unless set (our choice: the source gives none).</value>
    public double EntrantSize { get; init => field = Require.Between(Require.Positive(value), 0, 1); } = 0.25;

    /// <summary>Gets after how many periods of loss on end a firm leaves.</summary>
    /// <value>From 1 to 1000; 5 unless set; more than the periods turns exit off.</value>
    public int ExitAfter { get; init => field = Require.Between(value, 1, 1000); } = 5;

    /// <summary>Gets how many firms stay whatever they lose, the largest first.</summary>
    /// <value>From 1 to 10000; 3 unless set.</value>
    public int LeastFirms { get; init => field = Require.Between(value, 1, 10_000); } = 3;

    /// <summary>Gives the terms under which the market clears.</summary>
    internal NelsonWinterTerms Terms() => new()
    {
        Cost = Cost,
        ResearchCost = InnovationSpending + ImitationSpending,
        Depreciation = Depreciation,
        Bank = Bank,
        SupplyResponse = SupplyResponse,
    };

    /// <summary>Gives the firms at the start when none are given.</summary>
    internal IndustryFirms EqualFirms() => new(
        [.. Enumerable.Repeat(Math.Exp(LatentLevel), Firms)], [.. Enumerable.Repeat(Capital / Firms, Firms)]);
}
