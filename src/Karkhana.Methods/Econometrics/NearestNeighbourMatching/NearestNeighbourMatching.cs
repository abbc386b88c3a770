using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Each treated unit beside the untreated one that was as likely to be treated.</summary>
public static class NearestNeighbourMatching
{
    internal const string Source =
        "Rosenbaum & Rubin 1985, doi:10.1080/00031305.1985.10479383; Stuart 2010, doi:10.1214/09-STS313";

    /// <summary>Matches without replacement.</summary>
    /// <remarks>
    /// Treated units in descending order of their score (ties: first row); each takes the nearest unused control (ties: first
    /// row) unless it is farther than caliper × standard deviation (n − 1) of the scores of all units. Ratio k: k rounds; a unit without
    /// a match leaves. att: mean outcome of the matched treated less the mean over them of the mean of their controls. Its standard error is that
    /// of the mean of the matched differences, which takes the matches as given. A caliper that leaves treated units out
    /// changes whom the difference is about. Assumes what weighting does. Cost: a logit and n log n.
    /// Source: Rosenbaum and Rubin 1985, doi:10.1080/00031305.1985.10479383; Stuart 2010, doi:10.1214/09-STS313.
    /// Agrees with: the definition, written in R 4.2 as a loop over all free controls, exactly.
    /// </remarks>
    /// <param name="sample">The units with outcome.</param>
    /// <param name="options">Covariates, ratio, caliper.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps of the logit.</param>
    /// <returns>The matches and the difference.</returns>
    /// <exception cref="ArgumentException">Fewer than two units are treated or untreated, or covariates tell them apart without
    /// error.</exception>
    public static NearestNeighbourMatchingResult Estimate(
        TreatmentSample sample, NearestNeighbourMatchingOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        TreatmentDesign design = TreatmentDesign.Of(sample, options, needsOutcome: true);
        PropensityModel model = PropensityModel.Of(design, options.Ridge, cancellationToken);
        double[] scores = options.Scale == MatchingScale.Probability ? model.Scores : model.Fit.Index;
        double reach = options.Caliper is { } caliper ? caliper * Math.Sqrt(Sums.Variance(scores)) : double.PositiveInfinity;
        MatchedPair[] pairs = Match(design, scores, options.Ratio, reach);
        double[] weights = Weights(design, pairs);
        double[] differences = [.. pairs.GroupBy(pair => pair.Treated).Select(
            own => design.Outcome[own.Key] - Sums.Mean([.. own.Select(pair => design.Outcome[pair.Control])]))];
        BalanceTable balance = BalanceTable.Of(design, weights, squares: true);
        return new NearestNeighbourMatchingResult
        {
            Pairs = [.. pairs.Select(pair => pair with { Treated = design.Design.Rows[pair.Treated], Control = design.Design.Rows[pair.Control] })],
            MatchedTreated = differences.Length,
            Att = Sums.Mean(differences),
            StandardError = Math.Sqrt(Sums.Variance(differences) / differences.Length),
            Balance = balance,
            Notes = [.. design.Notes(), .. model.Notes, .. UnmatchedNotes(design, differences.Length), .. balance.Notes()],
            Provenance = new Provenance(
                "econometrics.nearest-neighbour-matching",
                FormattableString.Invariant(
                    $"terms = [{string.Join(", ", options.Terms)}], ratio = {options.Ratio}, caliper = {(options.Caliper is { } asked ? FormattableString.Invariant($"{asked}") : "none")}, scale = {options.Scale}, ridge = {options.Ridge}"),
                Source),
        };
    }

    /// <summary>Gives the pairs by place in the design, treated units in their order and rounds within them.</summary>
    internal static MatchedPair[] Match(TreatmentDesign design, double[] scores, int ratio, double reach)
    {
        FreeControls free = new(scores, design.Controls);
        List<int> waiting = [.. design.Treated.OrderByDescending(unit => scores[unit]).ThenBy(unit => unit)];
        List<MatchedPair> pairs = [];
        for (int round = 1; round <= ratio && waiting.Count > 0; round++)
        {
            List<int> matched = [];
            foreach (int unit in waiting)
            {
                int control = free.Take(scores[unit], reach);
                if (control >= 0)
                {
                    pairs.Add(new MatchedPair(unit, round, control, Math.Abs(scores[unit] - scores[control])));
                    matched.Add(unit);
                }
            }

            waiting = matched;
        }

        return [.. pairs.OrderBy(pair => pair.Treated).ThenBy(pair => pair.Round)];
    }

    private static double[] Weights(TreatmentDesign design, MatchedPair[] pairs)
    {
        double[] weights = new double[design.Units];
        foreach (IGrouping<int, MatchedPair> own in pairs.GroupBy(pair => pair.Treated))
        {
            weights[own.Key] = 1;
            foreach (MatchedPair pair in own)
            {
                weights[pair.Control] = 1.0 / own.Count();
            }
        }

        return weights;
    }

    private static IEnumerable<Note> UnmatchedNotes(TreatmentDesign design, int matched)
    {
        if (matched < design.Treated.Length)
        {
            yield return new Note("unmatched", Severity.Warning, FormattableString.Invariant(
                $"{design.Treated.Length - matched} of {design.Treated.Length} treated units found no control; the difference is about the other {matched}."));
        }
    }
}
