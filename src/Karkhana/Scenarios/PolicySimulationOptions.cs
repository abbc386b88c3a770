using Karkhana.Core.Errors;
using Karkhana.Methods.Experiments;
using Karkhana.Policy;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>How policies are simulated on a study.</summary>
public sealed record PolicySimulationOptions
{
    /// <summary>Gets the policies.</summary>
    /// <value>The file that ships, one policy for each lever, unless set.</value>
    public PolicyFile Policies { get; init; } = PolicyFile.Default();

    /// <summary>Gets the money that there is, in the currency of the study.</summary>
    /// <value>Zero or greater; null, the question is not asked, unless set.</value>
    public double? Budget { get; init => field = value is double budget ? Require.Between(budget, 0, double.MaxValue) : null; }

    /// <summary>Gets the replicates of each scenario.</summary>
    /// <value>From 2 to 100,000; 200 unless set.</value>
    public int Replicates { get; init => field = Require.Between(value, 2, 100_000); } = 200;

    /// <summary>Gets the draws of parameters that the replicates share out.</summary>
    /// <value>From 2 to 100,000; 50 unless set, so that each draw meets four seeds.</value>
    public int ParameterDraws { get; init => field = Require.Between(value, 2, 100_000); } = 50;

    /// <summary>Gets how the model runs.</summary>
    /// <value>60 quarters after a burn-in of 20 unless set.</value>
    public SimulationOptions Model { get; init; } = new();

    /// <summary>Gets a value indicating whether the model is calibrated to the study; else parameters are drawn from what is believed
    /// before, and the results say so.</summary>
    /// <value>False unless set.</value>
    public bool Calibrate { get; init; }

    /// <summary>Gets the place whose firms the calibration does not see, so that what it predicts of them can be checked.</summary>
    /// <value>A place of the industry in which at least 30 firms answered, beside another such place; null, none is held out, unless set.</value>
    public string? HoldOut { get; init; }

    /// <summary>Gets how the search for parameters is made.</summary>
    public ApproximateBayesianComputationOptions Search { get; init; } = new();

    /// <summary>Gets the most policies that a portfolio may hold.</summary>
    /// <value>From 1 to 1,000; null, as many as the budget pays for, unless set.</value>
    public int? MostPolicies { get; init => field = value is int most ? Require.Between(most, 1, 1000) : null; }

    /// <summary>Gets the ids of the policies of which every two are run together.</summary>
    /// <value>None, no pair is run, unless set; then at least two, each once.</value>
    public IReadOnlyList<string> Pairs
    {
        get;
        init => field = value is { Count: 0 } ? value : PolicyCombinations.Checked(value, CombinationDesign.Pairs, nameof(Pairs));
    } = [];

    /// <summary>Gets the ids of the four policies of which all sets are run.</summary>
    /// <value>None unless set; then exactly four, each once.</value>
    public IReadOnlyList<string> Factorial
    {
        get;
        init => field = value is { Count: 0 } ? value : PolicyCombinations.Checked(value, CombinationDesign.Factorial, nameof(Factorial));
    } = [];

    /// <summary>Gets the quarters between two starts when the policies of a portfolio come one after another.</summary>
    /// <value>From 1 to 1,000; 4 unless set.</value>
    public int SequenceGap { get; init => field = Require.Between(value, 1, 1000); } = 4;

    /// <summary>Gets the seed; that of the diagnosis unless set.</summary>
    public ulong? Seed { get; init; }
}
