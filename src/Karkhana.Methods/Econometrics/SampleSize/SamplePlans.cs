using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Plans of a study, one per row; what is null has its usual value in all plans.</summary>
public sealed record SamplePlans
{
    internal const string Roles =
        "proportion: margin; optional proportion, population. difference: difference; optional std_deviation, ratio. mediation: first_path, second_path; optional direct_path. All: optional cluster_size, intracluster_correlation, response_rate";

    /// <summary>Gets half the width of the interval of a share.</summary>
    public IReadOnlyList<double>? Margin { get; init; }

    /// <summary>Gets the share that is expected; ½, the hardest, when null.</summary>
    public IReadOnlyList<double>? Proportion { get; init; }

    /// <summary>Gets the number of firms there are; without limit when null.</summary>
    public IReadOnlyList<double>? Population { get; init; }

    /// <summary>Gets the difference of two means that is to be found.</summary>
    public IReadOnlyList<double>? Difference { get; init; }

    /// <summary>Gets the standard deviation of the values; 1 when null, so that differences are in standard
    /// deviations.</summary>
    public IReadOnlyList<double>? Deviation { get; init; }

    /// <summary>Gets the size of the second arm over that of the first; 1 when null.</summary>
    public IReadOnlyList<double>? Ratio { get; init; }

    /// <summary>Gets the standardised path from x to the mediator.</summary>
    public IReadOnlyList<double>? FirstPath { get; init; }

    /// <summary>Gets the standardised path from the mediator to the outcome, x given.</summary>
    public IReadOnlyList<double>? SecondPath { get; init; }

    /// <summary>Gets the standardised path from x to the outcome, the mediator given; 0 when null.</summary>
    public IReadOnlyList<double>? DirectPath { get; init; }

    /// <summary>Gets the firms taken per town; 1 when null.</summary>
    public IReadOnlyList<double>? ClusterSize { get; init; }

    /// <summary>Gets the correlation of two firms of one town; 0 when null.</summary>
    public IReadOnlyList<double>? IntraclusterCorrelation { get; init; }

    /// <summary>Gets the share of invited firms that answer; 1 when null.</summary>
    public IReadOnlyList<double>? ResponseRate { get; init; }

    /// <summary>Reads the input <c>plans</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The plans.</returns>
    public static SamplePlans Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable plans = request.Table("plans");
        return new SamplePlans
        {
            Margin = plans.OptionalNumbers("margin"),
            Proportion = plans.OptionalNumbers("proportion"),
            Population = plans.OptionalNumbers("population"),
            Difference = plans.OptionalNumbers("difference"),
            Deviation = plans.OptionalNumbers("std_deviation"),
            Ratio = plans.OptionalNumbers("ratio"),
            FirstPath = plans.OptionalNumbers("first_path"),
            SecondPath = plans.OptionalNumbers("second_path"),
            DirectPath = plans.OptionalNumbers("direct_path"),
            ClusterSize = plans.OptionalNumbers("cluster_size"),
            IntraclusterCorrelation = plans.OptionalNumbers("intracluster_correlation"),
            ResponseRate = plans.OptionalNumbers("response_rate"),
        };
    }
}
