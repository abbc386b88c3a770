using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How ties of one network go with ties of others, pair by pair.</summary>
public static class NetworkRegression
{
    internal const string Source = "Krackhardt 1988, doi:10.1016/0378-8733(88)90004-4; Dekker, Krackhardt & Snijders 2007, doi:10.1007/s11336-007-9016-1";

    // Statistics that differ by rounding only are equal; otherwise an order that changes nothing could fail to count.
    private const double Rounding = 1e-10;

    /// <summary>Fits the regression and tests its terms.</summary>
    /// <remarks>
    /// Least squares, or the logit by maximum likelihood, over ordered pairs i ≠ j (not directed: pairs i &lt; j), with
    /// intercept. Values are used as they are, whatever they mean. A pair with a missing value in any network is left
    /// out. Classical: t, or z of the logit, as if pairs were independent. Dsp: the residual of predictor k on the
    /// others is permuted (rows and columns alike) and put in its place; p is the share of |t*| ≥ |t| with given
    /// orders, (1 + number) / (1 + orders) with drawn ones; the intercept has none. Where a missing pair is moved onto
    /// one that is present, its residual counts as 0, its mean. Cost of dsp: orders × predictors × terms × n², for the
    /// logit times its steps. Source: Krackhardt 1988, doi:10.1016/0378-8733(88)90004-4; Dekker, Krackhardt and
    /// Snijders 2007, doi:10.1007/s11336-007-9016-1, section 2.4. Agrees with: sna 2.7-1 netlm and netlogit, lm and glm
    /// in R 4.2.2, relative 1e-8.
    /// </remarks>
    /// <param name="input">The networks, and orders of the nodes if given.</param>
    /// <param name="options">Model, names, test.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between permutations.</param>
    /// <returns>The coefficients.</returns>
    /// <exception cref="ArgumentException">The networks have other nodes, too few pairs, an outcome that does not vary,
    /// or predictors that determine each other.</exception>
    public static NetworkRegressionResult Estimate(
        NetworkRegressionInput input, NetworkRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        bool dsp = options.Test == DyadTest.Dsp;
        NodePermutations permutations = new(input.Network.Count, input.Permutations, options.Replicates, options.Seed);
        DyadDesign design = DyadDesign.Of(input, options);
        DyadFit fit = options.Family == RegressionFamily.Ols ? DyadFit.LeastSquares(design) : DyadFit.Logit(design);
        double degrees = options.Family == RegressionFamily.Ols ? design.Observations - design.Terms.Length : double.PositiveInfinity;
        (double[] p, int undefined) = dsp
            ? Permuted(design, options, permutations, execution, cancellationToken)
            : ([.. fit.Statistics.Select(statistic => StudentT.TwoSidedPValue(statistic, degrees))], 0);
        string test = dsp ? FormattableString.Invariant($", permutations = {(permutations.Given ? "given" : "drawn")}, replicates = {permutations.Count}") : "";
        return new NetworkRegressionResult(design.Terms, fit.Estimates, fit.StandardErrors, fit.Statistics, p)
        {
            RSquared = fit.RSquared,
            Deviance = fit.Deviance,
            Aic = fit.Deviance + (2 * design.Terms.Length),
            Observations = design.Observations,
            Notes = Notes(design, fit, options, undefined, dsp ? permutations.Count : 0),
            Provenance = new Provenance(
                "networks.network-regression",
                FormattableString.Invariant($"family = {options.Family}, names = {string.Join(" ", options.Names)}, test = {options.Test}, directed = {options.Directed}{test}"),
                Source, dsp ? permutations.Seed : null),
        };
    }

    private static (double[] PValues, int Undefined) Permuted(
        DyadDesign design, NetworkRegressionOptions options, NodePermutations permutations, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        PartialledTerm[] terms = [.. Enumerable.Range(1, design.Columns.Length - 1).Select(term => new PartialledTerm(design, term, options.Directed))];
        int[] order = [.. Enumerable.Range(0, design.Nodes)];
        double[] moved = new double[design.Nodes];
        LogitDspJob logit = new(design, terms, permutations);
        IReplicateJob<ReplicateRows> job = options.Family == RegressionFamily.Ols ? new LeastSquaresDspJob(terms, permutations) : logit;
        double[] observed = [.. terms.Select((term, k) => options.Family == RegressionFamily.Ols ? term.Statistic(order, moved) : logit.Statistic(k, order))];
        ReplicateRows simulated = ReplicateEngine.Local.Execute(job, execution, cancellationToken);
        double[] p = new double[terms.Length + 1];
        p[0] = double.NaN;
        double[] column = new double[simulated.Count];
        for (int term = 0; term < terms.Length; term++)
        {
            simulated.CopyColumn(term, column);
            p[term + 1] = permutations.Share(
                Math.Abs(observed[term]) * (1 - Rounding), Array.ConvertAll(column, Math.Abs), Alternative.Greater);
        }

        return (p, simulated.Values.Count(double.IsNaN));
    }

    private static Note[] Notes(DyadDesign design, DyadFit fit, NetworkRegressionOptions options, int undefined, int permutations)
    {
        double pairs = (double)design.Nodes * (design.Nodes - 1) / (options.Directed ? 1 : 2);
        List<Note> notes = [];
        if (design.Observations < pairs)
        {
            notes.Add(new Note("missing-pairs", Severity.Information, FormattableString.Invariant(
                $"{pairs - design.Observations} of {pairs} pairs have a missing value and are left out.")));
        }

        if (!fit.Converged)
        {
            notes.Add(new Note("not-converged", Severity.Warning,
                "The estimates had not settled after 25 steps; a predictor may tell ties from gaps without error. Do not read their size or error."));
        }

        if (undefined > 0)
        {
            notes.Add(new Note("undefined-permutations", Severity.Warning, FormattableString.Invariant(
                $"{undefined} of {permutations * (design.Terms.Length - 1)} statistics under permutation were not defined and are left out.")));
        }

        if (permutations == 0)
        {
            notes.Add(new Note("pairs-not-independent", Severity.Warning,
                "Pairs that share a node depend on each other, so classical errors are usually too small: use the test dsp."));
        }

        return [.. notes];
    }
}
