using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Thresholds that make the answers likeliest given the raw scores.</summary>
/// <param name="Thresholds">b_jk of each item; their mean over all is 0.</param>
/// <param name="Covariance">Of all thresholds, one item after another, under that constraint; NaN when the fit broke off.</param>
/// <param name="LogLikelihood">The greatest conditional log-likelihood.</param>
/// <param name="Parameters">The number of free parameters.</param>
/// <param name="Used">Respondents whose score is neither the least nor the greatest.</param>
/// <param name="Converged">Whether the last step was below 1e-9.</param>
internal sealed record ConditionalFit(
    double[][] Thresholds, Matrix<double> Covariance, double LogLikelihood, int Parameters, int Used, bool Converged)
{
    private const int MostIterations = 100;
    private const int MostHalvings = 30;
    private const double SmallestStep = 1e-9;
    private const double Flat = 1e-10;

    /// <summary>Fits by Newton's method; the log-likelihood is concave.</summary>
    /// <exception cref="ArgumentException">A step that nobody or everybody took, so that its threshold has no finite
    /// estimate.</exception>
    public static ConditionalFit Of(CategoryResponses responses, IReadOnlyCollection<int> rows, ConditionalItemModel model, string place)
    {
        int[] steps = Steps(responses, model);
        (ScoreGroup[] groups, double[][] answers, int extreme) = ScoreGroup.Of(responses, rows, steps);
        Check(responses.Items, answers, model, place);
        ConditionalLikelihood likelihood = new(groups, answers);
        Matrix<double> design = Design(steps, model);
        Vector<double> parameters = Vector<double>.Build.Dense(design.ColumnCount);
        (double value, bool converged) = (likelihood.Value(design * parameters), false);
        Matrix<double>? inverse = null;
        for (int iteration = 0; iteration < MostIterations && !converged; iteration++)
        {
            (Vector<double> gradient, Matrix<double> information) = likelihood.Derivatives(design * parameters);
            inverse = Inverse(design.TransposeThisAndMultiply(information) * design);
            if (inverse is null)
            {
                break;
            }

            Vector<double> slope = design.TransposeThisAndMultiply(gradient);
            Vector<double> step = inverse * slope;
            // So near to the top the values differ by rounding alone, and the full step is the right one.
            parameters += (step * slope < Flat * (1 + Math.Abs(value)) ? 1 : Share(likelihood, design, parameters, step, value)) * step;
            converged = step.AbsoluteMaximum() < SmallestStep;
            value = likelihood.Value(design * parameters);
        }

        Matrix<double> covariance = inverse is null
            ? Matrix<double>.Build.Dense(design.RowCount, design.RowCount, double.NaN)
            : design * inverse * design.Transpose();
        return new ConditionalFit(
            Cut(design * parameters, steps), covariance, value, design.ColumnCount, rows.Count - extreme, converged);
    }

    private static int[] Steps(CategoryResponses responses, ConditionalItemModel model)
    {
        int[] own = [.. Enumerable.Range(0, responses.Items.Count).Select(item => responses.CategoryCount(item) - 1)];
        int most = own.Max();
        Require.That(
            model != ConditionalItemModel.Rasch || most <= 1, nameof(responses),
            FormattableString.Invariant($"must be 0 or 1 in the Rasch model; the highest was {most}"));
        return model == ConditionalItemModel.PartialCredit ? own : [.. own.Select(_ => Math.Max(1, most))];
    }

    private static void Check(IReadOnlyList<string> items, double[][] answers, ConditionalItemModel model, string place)
    {
        string among = $"among the respondents{place} whose score is neither the least nor the greatest";
        for (int item = 0; item < items.Count; item++)
        {
            double[] own = answers[item];
            bool varies = own.Count(count => count > 0) > 1;
            Require.That(varies, "responses", $"must hold different answers to each item {among}; {items[item]} does not vary");
            int unused = model == ConditionalItemModel.PartialCredit ? Array.IndexOf(own, 0) : -1;
            Require.That(
                unused < 0, "responses",
                FormattableString.Invariant($"must hold every category {among}; {items[item]} lacks {unused}: merge it with its neighbour"));
        }

        int most = answers.Max(own => own.Length);
        for (int c = 0; c < most; c++)
        {
            Require.That(
                answers.Any(own => c < own.Length && own[c] > 0), "responses",
                FormattableString.Invariant($"must hold every category {among}; nobody answered {c}: merge it with its neighbour"));
        }
    }

    // Thresholds = design · parameters. Each column has mean 0: adding a number to all thresholds changes nothing given the score.
    private static Matrix<double> Design(int[] steps, ConditionalItemModel model)
    {
        (int Item, int Step)[] rows = [.. steps.SelectMany((most, item) => Enumerable.Range(0, most).Select(step => (item, step)))];
        int items = steps.Length;
        Func<int, int, double> cell = model == ConditionalItemModel.RatingScale
            ? (row, column) => column < items - 1
                ? rows[row].Item == column + 1 ? 1 : 0
                : rows[row].Step == column - items + 2 ? 1 : 0
            : (row, column) => row == column + 1 ? 1 : 0;
        int columns = model == ConditionalItemModel.RatingScale ? items - 1 + steps[0] - 1 : rows.Length - 1;
        Require.That(columns > 0, "responses", "must hold at least two items; it held one with two categories");
        Matrix<double> design = Matrix<double>.Build.Dense(rows.Length, columns, cell);
        Vector<double> means = design.ColumnSums() / rows.Length;
        return design.MapIndexed((_, column, value) => value - means[column]);
    }

    private static Matrix<double>? Inverse(Matrix<double> information)
    {
        try
        {
            return information.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(information.RowCount));
        }
        catch (ArgumentException)
        {
            return null; // not positive definite: the estimates are running off to infinity
        }
    }

    // The share of a Newton step that raises the likelihood; 0 when none does.
    private static double Share(
        ConditionalLikelihood likelihood, Matrix<double> design, Vector<double> from, Vector<double> step, double value)
    {
        double share = 1;
        for (int halving = 0; halving < MostHalvings; halving++, share /= 2)
        {
            if (likelihood.Value(design * (from + (share * step))) > value)
            {
                return share;
            }
        }

        return 0;
    }

    private static double[][] Cut(Vector<double> thresholds, int[] steps)
    {
        double[] all = thresholds.AsArray() ?? thresholds.ToArray();
        int at = 0;
        return [.. steps.Select(most => all[at..(at += most)])];
    }
}
