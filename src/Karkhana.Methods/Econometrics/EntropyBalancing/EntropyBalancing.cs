using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Weights of untreated units that make their moments those of the treated and stay as even as that allows.</summary>
public static class EntropyBalancing
{
    internal const string Source = "Hainmueller 2012, doi:10.1093/pan/mpr025; Zhao & Percival 2017, doi:10.1515/jci-2016-0010";

    private const double Met = 1e-8; // standard deviations of the moment

    /// <summary>Finds the weights.</summary>
    /// <remarks>
    /// Minimises Σ w ln w over weights of the untreated that add up to 1 and have the treated units' means of x (and of its squares
    /// and cubes), by Newton's steps on the dual −ln Σ exp(λ'c), c the moments less their targets. Where no weights meet the
    /// targets (they lie outside all the untreated), the steps come to a λ with λ'c below 0 for every untreated unit,
    /// which proves it; a note then names the moments that stay apart, and no difference is given. att: mean outcome of the treated less the weighted mean. Its standard error is
    /// from contributions of the units after a weighted line in the moments (the estimate is doubly robust), by cluster when
    /// there is a grouping. Assumes what weighting does. Cost: untreated units × moments² per step, about ten steps.
    /// Source: Hainmueller 2012, doi:10.1093/pan/mpr025, equations 3 to 8; Zhao and Percival 2017, doi:10.1515/jci-2016-0010.
    /// Agrees with: its own first-order conditions, 1e-8 standard deviations.
    /// </remarks>
    /// <param name="sample">The units; the outcome may be left out.</param>
    /// <param name="options">Covariates and moments.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>Weights, balance, difference.</returns>
    /// <exception cref="ArgumentException">Fewer than two units are treated or untreated.</exception>
    public static EntropyBalancingResult Estimate(
        TreatmentSample sample, EntropyBalancingOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        TreatmentDesign design = TreatmentDesign.Of(sample, options, needsOutcome: sample.Outcome is not null);
        TreatmentDesign moments = MomentDesign.Of(design, options.Moments);
        double[][] apart = [.. moments.Covariates.Select(column => FromTarget(moments, column))];
        EntropyDual dual = new(apart);
        Ascent ascent = NewtonAscent.Maximise(dual, new double[apart.Length], cancellationToken: cancellationToken);
        double[] shares = dual.Weights(ascent.Estimates).Weights;
        double[] left = [.. apart.Select(column => Sums.Dot(shares, column))];
        bool met = left.All(distance => Math.Abs(distance) <= Met);
        double[] weights = [.. Enumerable.Repeat(1.0, design.Units)];
        for (int place = 0; place < shares.Length; place++)
        {
            weights[design.Controls[place]] = shares[place] * design.Treated.Length;
        }

        BalanceTable balance = BalanceTable.Of(design, weights, squares: true);
        double size = Influence.EffectiveSize(weights, design.Controls);
        (double att, double error) = met && design.Outcome.Length > 0 ? Difference(design, apart, shares) : (double.NaN, double.NaN);
        return new EntropyBalancingResult
        {
            Weights = weights,
            Att = att,
            StandardError = error,
            TargetsMet = met,
            EffectiveSampleSize = size,
            Balance = balance,
            Rows = design.Design.Rows,
            Notes =
            [
                .. design.Notes(), .. met ? [] : (Note[])[Infeasible(moments, apart, left, ascent)], .. balance.Notes(), .. Influence.EffectiveSizeNotes(size),
            ],
            Provenance = new Provenance(
                "econometrics.entropy-balancing",
                FormattableString.Invariant($"terms = [{string.Join(", ", options.Terms)}], moments = {options.Moments}"),
                Source),
        };
    }

    private static double[] FromTarget(TreatmentDesign design, double[] column)
    {
        double target = Sums.Mean([.. design.Treated.Select(unit => column[unit])]);
        double spread = Math.Sqrt(Sums.Variance(column));
        return [.. design.Controls.Select(unit => (column[unit] - target) / spread)];
    }

    private static (double Estimate, double StandardError) Difference(TreatmentDesign design, double[][] apart, double[] shares)
    {
        double treated = Sums.Mean([.. design.Treated.Select(unit => design.Outcome[unit])]);
        double[] outcome = [.. design.Controls.Select(unit => design.Outcome[unit])];
        double untreated = Sums.Dot(shares, outcome);
        double[] residuals = [.. outcome.Select(value => value - untreated)];
        double[] pulled = [.. shares.Zip(residuals, (share, residual) => share * residual)];
        Matrix<double> products = Matrix<double>.Build.Dense(
            apart.Length, apart.Length, (i, j) => Sums.Dot([.. shares.Zip(apart[i], (share, value) => share * value)], apart[j]));
        double[] slopes = [.. NewtonAscent.Inverse(products) * Vector<double>.Build.Dense(apart.Length, i => Sums.Dot(pulled, apart[i]))];
        double[] contributions = new double[design.Units];
        double[] line = IndexLikelihood<LogitRow>.Index(apart, slopes);
        for (int place = 0; place < shares.Length; place++)
        {
            contributions[design.Controls[place]] = -shares[place] * (residuals[place] - line[place]);
        }

        foreach (int unit in design.Treated)
        {
            contributions[unit] = (design.Outcome[unit] - treated) / design.Treated.Length;
        }

        return (treated - untreated, Influence.StandardError(contributions, design.Groups));
    }

    private static Note Infeasible(TreatmentDesign moments, double[][] apart, double[] left, Ascent ascent)
    {
        bool proved = IndexLikelihood<LogitRow>.Index(apart, ascent.Estimates).All(side => side < 0);
        string names = string.Join(", ", moments.Variables.Where((_, j) => Math.Abs(left[j]) > Met));
        return new Note(
            "targets-not-met", Severity.Warning,
            $"{(proved ? "No weights of the untreated units meet the targets: the treated lie outside all of them" : "The targets were not met")}. Still apart: {names}. Ask for fewer moments or covariates, or leave out treated units that are like no untreated one.");
    }
}
