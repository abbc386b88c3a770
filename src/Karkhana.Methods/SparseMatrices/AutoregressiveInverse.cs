namespace Karkhana.Methods.SparseMatrices;

/// <summary>(I − ρW)⁻¹ as the solution of equations.</summary>
/// <param name="weights">W.</param>
/// <param name="factor">The factor of I − ρS, or of (I − ρW)'(I − ρW).</param>
/// <param name="roots">R with S = RWR⁻¹; null with the other factor.</param>
/// <param name="rho">ρ.</param>
internal sealed class AutoregressiveInverse(CsrMatrix weights, SymmetricFactor factor, double[]? roots, double rho)
{
    /// <summary>Gives (I − ρW)⁻¹ b.</summary>
    public double[] Solve(double[] right)
    {
        if (roots is not null)
        {
            return Scaled(factor.Solve(Scaled(right, roots, up: true)), roots, up: false);
        }

        double[] solution = factor.Solve(TransposeTimes(right));
        double[] rest = Times(solution);
        for (int row = 0; row < rest.Length; row++)
        {
            rest[row] = right[row] - rest[row]; // one step of refinement: the factor is that of a square
        }

        double[] change = factor.Solve(TransposeTimes(rest));
        for (int row = 0; row < rest.Length; row++)
        {
            solution[row] += change[row];
        }

        return solution;
    }

    /// <summary>Gives (I − ρW')⁻¹ b.</summary>
    public double[] SolveTransposed(double[] right) => roots is not null
        ? Scaled(factor.Solve(Scaled(right, roots, up: false)), roots, up: true)
        : Times(factor.Solve(right));

    private static double[] Scaled(double[] values, double[] roots, bool up)
    {
        double[] scaled = new double[values.Length];
        for (int row = 0; row < scaled.Length; row++)
        {
            scaled[row] = up ? values[row] * roots[row] : values[row] / roots[row];
        }

        return scaled;
    }

    private double[] Times(double[] values) => Less(values, weights.Multiply(values));

    private double[] TransposeTimes(double[] values) => Less(values, weights.TransposeMultiply(values));

    private double[] Less(double[] values, double[] lag)
    {
        for (int row = 0; row < lag.Length; row++)
        {
            lag[row] = values[row] - (rho * lag[row]);
        }

        return lag;
    }
}
