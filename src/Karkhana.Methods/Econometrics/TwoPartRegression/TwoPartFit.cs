using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Both parts of a two-part model, with the joint covariance of their coefficients and of the factor between
/// them.</summary>
/// <param name="Any">The design of all rows; its outcome is 1 where there is an amount.</param>
/// <param name="Logit">The first part.</param>
/// <param name="Amount">The second part.</param>
/// <param name="Places">The place of each term of the second part in the design of all rows.</param>
internal sealed record TwoPartFit(DesignMatrix Any, BinaryFit Logit, AmountFit Amount, int[] Places)
{
    public static TwoPartFit Fit(RegressionSample sample, TwoPartRegressionOptions options, CancellationToken cancellationToken)
    {
        string outcome = options.Model.Outcome;
        IReadOnlyList<double> amounts = sample.Data.Numbers(outcome);
        for (int row = 0; row < amounts.Count; row++)
        {
            Require.That(!(amounts[row] < 0), outcome, FormattableString.Invariant($"must be 0 or more; row {row + 1} was {amounts[row]}"));
        }

        DesignMatrix any = DesignMatrix.Build(
            With(sample, outcome, amounts.Select(amount => double.IsNaN(amount) ? amount : amount > 0 ? 1 : 0)), options.Model);
        Require.That(any.Outcome.Contains(0) && any.Outcome.Contains(1), outcome, FormattableString.Invariant(
            $"must hold both 0 and amounts above 0 among the complete rows; {any.Outcome.Count(value => value == 1)} of {any.Outcome.Length} were above 0"));
        DesignMatrix positive = DesignMatrix.Build(
            With(sample, outcome, amounts.Select(amount => amount > 0 ? Math.Log(amount) : double.NaN)), options.Model);
        return new TwoPartFit(
            any,
            BinaryFit.Fit(any, cancellationToken: cancellationToken),
            AmountFit.Fit(positive, options.Amount, options.Retransformation, cancellationToken),
            [.. positive.Terms.Select(term => Array.IndexOf(any.Terms, term))]);
    }

    /// <summary>Gives the joint covariance of first part, second part and factor by the influences of the rows.</summary>
    public Matrix<double> Covariance(ClusterGroups? groups)
    {
        (int first, int second) = (Any.Terms.Length, Amount.Design.Terms.Length);
        double[][] influences = [.. Enumerable.Range(0, first + second + 1).Select(_ => new double[Any.Outcome.Length])];
        Matrix<double> bread = Logit.Covariance();
        double[] chances = Logit.Probabilities;
        for (int row = 0; row < chances.Length; row++)
        {
            double residual = Any.Weights[row] * (Any.Outcome[row] - chances[row]);
            for (int i = 0; i < first; i++)
            {
                for (int j = 0; j < first; j++)
                {
                    influences[i][row] += bread[i, j] * residual * Any.Columns[j][row];
                }
            }
        }

        AddAmounts(influences, first);
        Matrix<double> covariance = ScoreProducts.Middle(influences, groups, Any.Weights);
        return covariance * (groups is null ? 1 : SampleClusters.Factor(groups));
    }

    private static RegressionSample With(RegressionSample sample, string outcome, IEnumerable<double> values) => sample with
    {
        Data = Table.Of("sample", [.. sample.Data.Columns.Select(column => column.Name == outcome ? Column.Of(outcome, values) : column)]),
    };

    private void AddAmounts(double[][] influences, int first)
    {
        DesignMatrix design = Amount.Design;
        double all = Sums.Sum(design.Weights);
        int second = design.Terms.Length;
        for (int i = 0; i < design.Rows.Length; i++)
        {
            int row = Array.BinarySearch(Any.Rows, design.Rows[i]);
            double factor = design.Weights[i] * Amount.FactorInfluences[i] / all;
            for (int term = 0; term < second; term++)
            {
                double influence = 0;
                for (int other = 0; other < second; other++)
                {
                    influence += Amount.Bread[term, other] * design.Columns[other][i];
                }

                influence *= design.Weights[i] * Amount.Residuals[i];
                influences[first + term][row] = influence;
                factor += Amount.FactorSlopes[term] * influence;
            }

            influences[^1][row] = factor;
        }
    }
}
