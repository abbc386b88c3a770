using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>Estimates an association under every combination of defensible choices.</summary>
public static class SpecificationCurve
{
    private const string Source =
        "Simonsohn, Simmons & Nelson 2020, doi:10.1038/s41562-020-0912-z; Steegen et al. 2016, doi:10.1177/1745691616658637";

    /// <summary>Runs all combinations of choices.</summary>
    /// <remarks>
    /// Every combination of one choice per dimension is one equation of <see cref="LearningEquations"/>; the first choices make the main
    /// specification. Matching, balancing and augmented weighting are those of <see cref="ClusterComparison"/>, with errors of their own: combinations that ask for other errors
    /// repeat one that is there and are left out. What could not be estimated (too few firms, no overlap, firms that stay apart by a tenth of a standard deviation in what is held equal, sampling weights that an
    /// estimator does not take) stays in the list with its reason. Shares count
    /// specifications, which are not independent: they describe how far the finding depends on choices and are no test. The
    /// same numbers for any number of workers. Cost: specifications × draws × 8 small regressions; one by weighting or matching, draws × some twenty more. Source: Simonsohn, Simmons and Nelson 2020,
    /// doi:10.1038/s41562-020-0912-z; Steegen et al. 2016, doi:10.1177/1745691616658637.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="term">The term of interest.</param>
    /// <param name="dimensions">The choices, such as those of <see cref="SpecificationDimensions.Of"/>.</param>
    /// <param name="options">Draws, risk, the most specifications.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between specifications.</param>
    /// <returns>The specifications in the order of the choices.</returns>
    /// <exception cref="ArgumentException">No dimension, a dimension without choices, or more combinations than allowed.</exception>
    public static SpecificationCurveResult Estimate(
        LearningSample sample,
        string outcome,
        string term,
        IReadOnlyList<SpecificationDimension> dimensions,
        SpecificationCurveOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(dimensions);
        options ??= new SpecificationCurveOptions();
        Require.That(
            dimensions.Count > 0 && dimensions.All(dimension => dimension.Choices.Count > 0), nameof(dimensions), "must each have a choice");
        double count = dimensions.Aggregate(1.0, (product, dimension) => product * dimension.Choices.Count);
        Require.That(
            count <= options.Most, nameof(dimensions),
            FormattableString.Invariant($"make {count:0} specifications; at most {options.Most} are allowed"));
        SpecificationModel main = new(sample, outcome, term, [], new EquationOptions { Draws = options.Draws });
        SpecificationJob job = new(main, dimensions, (int)count);
        ReplicateRows rows = ReplicateEngine.Local.Execute(job, execution, cancellationToken);
        Specification[] specifications = [.. Enumerable.Range(0, (int)count).Select(i => job.Read(rows.Row(i), i)).OfType<Specification>()];
        return new SpecificationCurveResult(
            outcome,
            term,
            dimensions,
            specifications,
            options,
            new Provenance(
                "learning.specification-curve",
                FormattableString.Invariant($"outcome = {outcome}, term = {term}, specifications = {specifications.Length}, draws = {options.Draws}"),
                Source));
    }
}
