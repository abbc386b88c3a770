using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Econometrics;

/// <summary>The models of mediator and outcome, fitted to rows that come so often, and the means they give under other
/// treatments.</summary>
internal sealed class CounterfactualModel
{
    private readonly MediationDesign _design;
    private readonly NaturalEffectsOptions _options;
    private readonly double[][] _outcomeColumns; // constant, covariates, treatment, mediator, (product)
    private readonly CountedFactor _factor;

    public CounterfactualModel(MediationDesign design, NaturalEffectsOptions options)
    {
        (_design, _options) = (design, options);
        double[] mediator = design.Columns[design.Treatment + 1];
        CheckBinary(options.Mediator, mediator, options.Model.Mediators[0]);
        CheckBinary(options.Outcome, design.Outcome, options.Model.Outcome);
        double[] product = [.. design.TreatmentValues.Zip(mediator, (treatment, value) => treatment * value)];
        _outcomeColumns = [.. design.Columns[..^1], .. options.Interaction ? (double[][])[product] : []];
        _factor = CountedFactor.Of([.. _outcomeColumns, design.Outcome], design.Design.Weights);
        Require.That(
            !options.Interaction || Varies(), "interaction",
            "must be told apart from treatment and mediator; among the complete rows their product was a combination of them");
    }

    /// <summary>Gives the six effects; null when a sample leaves a column no variation or a logit no maximum.</summary>
    public double[]? Effects(int[] counts, int draws)
    {
        double[] weights = [.. counts.Select((count, row) => count * _design.Design.Weights[row])];
        TriangularFactor? factor = _factor.Of(counts);
        if (factor is null)
        {
            return null;
        }

        double[]? mediator = MediatorCoefficients(factor, weights);
        double[]? outcome = OutcomeCoefficients(factor, weights);
        if (mediator is null || outcome is null)
        {
            return null;
        }

        double spread = Spread(factor, counts);
        double Mean(double a, double of) => MeanOutcome((mediator, outcome, spread), (a, of), weights, draws);
        double ones = Mean(_options.To, _options.To);
        double zeros = Mean(_options.From, _options.From);
        double direct = Mean(_options.To, _options.From);
        double indirect = Mean(_options.From, _options.To);
        return [ones - zeros, direct - zeros, ones - direct, indirect - zeros, ones - indirect, ones - direct - indirect + zeros];
    }

    private static void CheckBinary(ResponseModel model, double[] values, string name)
    {
        int wrong = model == ResponseModel.Logit ? Array.FindIndex(values, value => value is not (0 or 1)) : -1;
        Require.That(wrong < 0, name, wrong < 0 ? "" : FormattableString.Invariant($"must be 0 or 1 for a logit; complete row {wrong + 1} was {values[wrong]}"));
        Require.That(
            model == ResponseModel.Linear || (values.Contains(0) && values.Contains(1)), name, FormattableString.Invariant($"must hold both 0 and 1 for a logit; all were {values[0]}"));
    }

    private bool Varies()
    {
        TriangularFactor whole = _factor.Whole();
        int product = _outcomeColumns.Length - 1;
        return Math.Abs(whole[product, product]) > 1e-10 * Math.Sqrt(whole.ResidualSquares(product, 0));
    }

    private double[]? MediatorCoefficients(TriangularFactor factor, double[] weights) => _options.Mediator == ResponseModel.Linear
        ? factor.Coefficients(_design.Treatment + 1, _design.Treatment + 1, 0)
        : Logit(_design.Columns[..(_design.Treatment + 1)], _design.Columns[_design.Treatment + 1], weights);

    private double[]? OutcomeCoefficients(TriangularFactor factor, double[] weights) => _options.Outcome == ResponseModel.Linear
        ? factor.Coefficients(factor.Size - 1, factor.Size - 1, 0)
        : Logit(_outcomeColumns, _design.Outcome, weights);

    private static double[]? Logit(double[][] columns, double[] outcome, double[] weights)
    {
        int[] present = [.. Enumerable.Range(0, weights.Length).Where(row => weights[row] > 0)];
        double[] Kept(double[] column) => [.. present.Select(row => column[row])];
        double[] known = Kept(outcome);
        if (!known.Contains(0) || !known.Contains(1))
        {
            return null;
        }

        BinaryFit fit = BinaryFit.Fit([.. columns.Select(Kept)], true, known, Kept(weights), (BinaryLink.Logit, 0));
        return fit.Separation is null && fit.Ascent.Converged ? fit.Estimates : null;
    }

    /// <summary>Gives the residual deviation of a linear mediator, with degrees of freedom counted.</summary>
    private double Spread(TriangularFactor factor, int[] counts)
    {
        int mediator = _design.Treatment + 1;
        return Math.Abs(factor[mediator, mediator]) / Math.Sqrt(Math.Max(1, counts.Sum() - mediator));
    }

    private double MeanOutcome(
        (double[] Mediator, double[] Outcome, double Spread) model, (double Own, double OfMediator) treatment, double[] weights, int draws)
    {
        double[] values = new double[weights.Length];
        int treatmentPlace = _design.Treatment;
        double slope = model.Outcome[treatmentPlace + 1] + (_options.Interaction ? model.Outcome[treatmentPlace + 2] * treatment.Own : 0);
        for (int row = 0; row < weights.Length; row++)
        {
            if (weights[row] == 0)
            {
                continue;
            }

            double index = Rest(model.Mediator, row) + (model.Mediator[treatmentPlace] * treatment.OfMediator);
            double start = Rest(model.Outcome, row) + (model.Outcome[treatmentPlace] * treatment.Own);
            values[row] = weights[row] * Expected(row, index, (start, slope), model.Spread, draws);
        }

        return Sums.Sum(values) / Sums.Sum(weights);
    }

    private double Rest(double[] coefficients, int row)
    {
        double sum = 0;
        for (int term = 0; term < _design.Treatment; term++)
        {
            sum += coefficients[term] * _design.Columns[term][row];
        }

        return sum;
    }

    private double Expected(int row, double index, (double Start, double Slope) outcome, double spread, int draws)
    {
        double Response(double mediator)
        {
            double value = outcome.Start + (outcome.Slope * mediator);
            return _options.Outcome == ResponseModel.Linear ? value : BinaryCurve.At(BinaryLink.Logit, value).Probability;
        }

        if (_options.Mediator == ResponseModel.Logit)
        {
            double probability = BinaryCurve.At(BinaryLink.Logit, index).Probability;
            return (probability * Response(1)) + ((1 - probability) * Response(0));
        }

        if (_options.Outcome == ResponseModel.Linear)
        {
            return Response(index);
        }

        RandomStream stream = new(_options.Seed, RandomPurpose.MediatorDraws, row);
        double total = 0;
        int pairs = (draws + 1) / 2;
        for (int pair = 0; pair < pairs; pair++)
        {
            double deviation = spread * stream.NextGaussian();
            total += Response(index + deviation) + Response(index - deviation);
        }

        return total / (2 * pairs);
    }
}
