using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The second part of a two-part model, fitted to the rows with an amount.</summary>
internal sealed class AmountFit
{
    private AmountFit(DesignMatrix design, double[] estimates, double[] residuals, IReadOnlyList<Note> notes)
    {
        (Design, Estimates, Residuals, Notes) = (design, estimates, residuals, notes);
        Matrix<double> products = new IndexLikelihood<LogitRow>(default, design.Columns, design.Weights).CrossProducts(_ => 1);
        Bread = NewtonAscent.Inverse(products);
    }

    /// <summary>Gets the design; its outcome is the logarithm of the amount.</summary>
    public DesignMatrix Design { get; }

    public double[] Estimates { get; }

    /// <summary>Gets ln y − x'b, or y/m − 1 of a gamma part: times x the score of a row.</summary>
    public double[] Residuals { get; }

    /// <summary>Gets (X'WX)⁻¹.</summary>
    public Matrix<double> Bread { get; }

    public IReadOnlyList<Note> Notes { get; }

    /// <summary>Gets by what exp(x'b) is multiplied to give the mean of the amount.</summary>
    public double Factor { get; private init; } = 1;

    /// <summary>Gets what each row adds to the factor, times the number of observations: its influence without that of the
    /// coefficients.</summary>
    public double[] FactorInfluences { get; private init; } = [];

    /// <summary>Gets the derivatives of the factor by the coefficients.</summary>
    public double[] FactorSlopes { get; private init; } = [];

    public static AmountFit Fit(DesignMatrix design, AmountModel model, Retransformation retransformation, CancellationToken cancellationToken) =>
        model == AmountModel.Gamma ? Gamma(design, cancellationToken) : LogLinear(design, retransformation);

    private static AmountFit Gamma(DesignMatrix design, CancellationToken cancellationToken)
    {
        ScaledColumns scaled = ScaledColumns.Of(design);
        double[] amounts = [.. design.Outcome.Select(log => Math.Exp(log))];
        double[] start = new double[scaled.Columns.Length];
        start[0] = design.HasIntercept ? Math.Log(Sums.Dot(amounts, design.Weights) / Sums.Sum(design.Weights)) : 0;
        Ascent ascent = NewtonAscent.Maximise(
            new IndexLikelihood<GammaRow>(new GammaRow(amounts), scaled.Columns, design.Weights), start, cancellationToken: cancellationToken);
        double[] index = IndexLikelihood<GammaRow>.Index(scaled.Columns, ascent.Estimates);
        return new AmountFit(
            design, scaled.Restore(ascent.Estimates), [.. amounts.Zip(index, (amount, at) => (amount * Math.Exp(-at)) - 1)], ascent.Notes)
        {
            FactorInfluences = new double[amounts.Length],
            FactorSlopes = new double[start.Length],
        };
    }

    private static AmountFit LogLinear(DesignMatrix design, Retransformation retransformation)
    {
        LeastSquaresFit fit = LeastSquaresFit.Fit(design);
        double[] index = IndexLikelihood<GammaRow>.Index(design.Columns, fit.Estimates);
        double[] residuals = [.. design.Outcome.Zip(index, (log, at) => log - at)];
        double all = Sums.Sum(design.Weights);
        if (retransformation == Retransformation.Normal)
        {
            double[] squares = [.. residuals.Select(residual => residual * residual)];
            double variance = Sums.Dot(squares, design.Weights) / all;
            double normal = Math.Exp(variance / 2);
            return new AmountFit(design, fit.Estimates, residuals, [])
            {
                Factor = normal,
                FactorInfluences = [.. squares.Select(square => normal * (square - variance) / 2)],
                FactorSlopes = new double[fit.TermCount], // residuals are at right angles to the terms
            };
        }

        double[] smears = [.. residuals.Select(residual => Math.Exp(residual))];
        double[] weighted = [.. smears.Zip(design.Weights, (smear, weight) => smear * weight / all)];
        double factor = Sums.Sum(weighted);
        return new AmountFit(design, fit.Estimates, residuals, [])
        {
            Factor = factor,
            FactorInfluences = [.. smears.Select(smear => smear - factor)],
            FactorSlopes = [.. design.Columns.Select(column => -Sums.Dot(weighted, column))],
        };
    }
}
