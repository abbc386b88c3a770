using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Econometrics;

/// <summary>The numbers of a system: one design per equation, all on the same rows.</summary>
/// <param name="Equations">The designs.</param>
/// <param name="Basis">The orthonormal columns of the instruments; null without.</param>
internal sealed record SystemDesign(DesignMatrix[] Equations, Matrix<double>? Basis)
{
    private const double Most = 1e100; // squares of residuals are added

    public static SystemDesign Build(RegressionSample sample, EquationSystemOptions options)
    {
        Check(options);
        bool staged = options.Method is SystemMethod.TwoStage or SystemMethod.ThreeStage;
        ModelColumns[] all = [.. options.Equations.Select(equation => ModelColumns.Read(
            sample, new ModelSpecification { Outcome = equation.Outcome, Terms = equation.Terms }, true))];
        ModelColumns? instruments = staged
            ? ModelColumns.Read(sample, new ModelSpecification { Outcome = options.Equations[0].Outcome, Terms = options.Instruments }, true)
            : null;
        bool[] complete = all[0].Complete();
        foreach (bool[] others in all.Skip(1).Append(instruments ?? all[0]).Select(columns => columns.Complete()))
        {
            for (int row = 0; row < complete.Length; row++)
            {
                complete[row] &= others[row];
            }
        }

        int[] rows = [.. Enumerable.Range(0, complete.Length).Where(row => complete[row])];
        DesignMatrix Design(ModelColumns columns)
        {
            ModelColumns kept = columns.At(rows).Within(Most, rows);
            return DesignMatrix.Of(kept.Terms, kept.Outcome, kept.Weights, rows, columns.OutcomeName, complete.Length - rows.Length);
        }

        return new SystemDesign(
            [.. all.Select(Design)], instruments is null ? null : Design(instruments).WeightedColumns().QR(QRMethod.Thin).Q);
    }

    /// <summary>Fits each equation by itself, in one or two stages.</summary>
    public LeastSquaresFit[] Fits(IReadOnlyList<SystemEquation> equations)
    {
        if (Basis is null)
        {
            return [.. Equations.Select(LeastSquaresFit.Fit)];
        }

        return [.. Equations.Select((design, i) =>
        {
            Require.That(Basis.ColumnCount >= design.Columns.Length, nameof(EquationSystemOptions.Instruments), FormattableString.Invariant(
                $"must be at least as many as the terms of each equation, the constant counted in both; equation {equations[i].Name} has {design.Columns.Length} terms for {Basis.ColumnCount}"));
            return TwoStageFit.SecondStage(design, Basis);
        })];
    }

    private static void Check(EquationSystemOptions options)
    {
        Require.That(options.Equations.Count > 0, nameof(options.Equations), "must have at least one equation; there was none");
        string? twice = options.Equations.GroupBy(equation => equation.Name).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require.That(twice is null, nameof(options.Equations), $"must have different names; {twice} came twice");
        bool staged = options.Method is SystemMethod.TwoStage or SystemMethod.ThreeStage;
        Require.That(!staged || options.Instruments.Count > 0, nameof(options.Instruments), "must name the exogenous variables for two and three stages; it was empty");
    }
}
