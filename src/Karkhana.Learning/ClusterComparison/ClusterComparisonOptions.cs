using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;

namespace Karkhana.Learning;

/// <summary>What can be set on the comparison of clustered with dispersed firms.</summary>
public sealed record ClusterComparisonOptions
{
    /// <summary>Gets draws, errors and level.</summary>
    public EquationOptions Equations { get; init; } = new();

    /// <summary>Gets the outcomes that are compared, as far as the sample has them; the first carries hypothesis H1.</summary>
    /// <value>capability, effort, performance, ln_value_added unless set.</value>
    public IReadOnlyList<string> Outcomes { get; init; } = [Constructs.Capability, Constructs.Effort, HypothesisVariables.Performance, "ln_value_added"];

    /// <summary>Gets the name of the outcome that is a logarithm of value added: its gap is checked against what the literature
    /// knows.</summary>
    /// <value><c>ln_value_added</c> unless set.</value>
    public string LogValueAdded { get; init; } = "ln_value_added";

    /// <summary>Gets the control that holds the logarithm of workers, by which size classes are made.</summary>
    /// <value><c>workers_(log)</c> unless set; no classes where the sample does not have it.</value>
    public string Size { get; init; } = "workers_(log)";

    /// <summary>Gets the workers at which a new size class begins.</summary>
    /// <value>5, 10, 50 unless set; positive and ascending.</value>
    public IReadOnlyList<double> SizeLimits { get; init => field = Ascending(value); } = [5, 10, 50];

    /// <summary>Gets what becomes of firms that did not answer a covariate.</summary>
    /// <value><see cref="MissingCovariates.Imputed"/> unless set.</value>
    public MissingCovariates MissingCovariates { get; init; }

    /// <summary>Gets the greatest share of the clustered firms, and of the dispersed, that may lack a covariate whose missing values are drawn; where more
    /// lack it, firms without it leave.</summary>
    /// <value>0 to 0.8; 0.5 unless set.</value>
    public double MostImputed { get; init => field = Require.Between(value, 0, 0.8); } = 0.5;

    /// <summary>Gets the fewest firms on each side of a comparison.</summary>
    /// <value>2 or more; 5 unless set.</value>
    public int LeastPerSide { get; init => field = Require.Between(value, 2, int.MaxValue); } = 5;

    /// <summary>Gets the least probability of being clustered that is kept; one minus it is the greatest.</summary>
    /// <value>0 to 0.4; 0.05 unless set.</value>
    public double Trim { get; init => field = Require.Between(value, 0, 0.4); } = 0.05;

    /// <summary>Gets the caliper of 1:1 matching, in standard deviations of the logit of the probability.</summary>
    /// <value>Positive; 0.2 unless set.</value>
    public double Caliper { get; init => field = Require.Positive(value); } = 0.2;

    /// <summary>Gets the bootstrap samples behind a standard error, for each draw of the true scores.</summary>
    /// <value>19 to 100,000; 199 unless set.</value>
    public int BootstrapSamples { get; init => field = Require.Between(value, 19, 100_000); } = 199;

    /// <summary>Gets how often places exchange their status, where there are few of them.</summary>
    /// <value>0 to 100,000; 199 unless set.</value>
    public int Permutations { get; init => field = Require.Between(value, 0, 100_000); } = 199;

    private static IReadOnlyList<double> Ascending(IReadOnlyList<double> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        bool ascending = limits.All(limit => limit > 0) && limits.Zip(limits.Skip(1)).All(pair => pair.First < pair.Second);
        Require.That(ascending, nameof(SizeLimits), FormattableString.Invariant($"must be positive and ascending; they were {string.Join(", ", limits)}"));
        return limits;
    }
}
