namespace Karkhana.Methods.SparseMatrices;

/// <summary>The matrix I − ρW for any ρ between −1 and 1, W having no eigenvalue outside the unit circle: determinant and
/// equations, without a dense matrix.</summary>
/// <remarks>
/// Where a diagonal R makes S = RWR⁻¹ symmetric (rows of a symmetric matrix divided by their sums), I − ρS = LDL' has the
/// determinant of I − ρW. Other weights, such as nearest neighbours, go through (I − ρW)'(I − ρW) = I − ρ(W + W') + ρ²W'W,
/// which is symmetric and has the square of the determinant: exact too, with more entries. One plan serves all ρ. Cost: that of
/// <see cref="SymmetricFactor"/>. Source: Ord 1975, doi:10.1080/01621459.1975.10480272; Pace and Barry 1997,
/// doi:10.1016/S0167-7152(96)00140-X.
/// </remarks>
internal sealed class AutoregressiveMatrix
{
    private readonly PencilPattern _pencil;
    private readonly double[]? _roots;
    private readonly FactorPlan _plan;

    private AutoregressiveMatrix(CsrMatrix weights, PencilPattern pencil, double[]? roots, FactorPlan plan) =>
        (Weights, _pencil, _roots, _plan) = (weights, pencil, roots, plan);

    /// <summary>Gets W.</summary>
    public CsrMatrix Weights { get; }

    /// <summary>Gets a value indicating whether W is similar to a symmetric matrix.</summary>
    public bool IsSymmetrisable => _roots is not null;

    /// <summary>Gets the number of entries of L below its diagonal.</summary>
    public int FactorEntries => _plan.ColumnRows.Length;

    /// <summary>Orders the rows and plans the elimination.</summary>
    /// <param name="weights">W: nothing negative, no row sum above 1, an empty diagonal.</param>
    public static AutoregressiveMatrix Of(CsrMatrix weights)
    {
        double[]? scale = SymmetricSimilarity.ScaleOf(weights);
        PencilPattern pencil = scale is null ? PencilPattern.OfSquare(weights) : PencilPattern.OfSymmetric(weights);
        FactorPlan plan = FactorPlan.Of(pencil.Pattern, MinimumDegree.Order(pencil.Pattern));
        return new AutoregressiveMatrix(weights, pencil, scale is null ? null : Array.ConvertAll(scale, Math.Sqrt), plan);
    }

    /// <summary>Gives log|I − ρW|; minus infinity where the determinant is not clear of zero.</summary>
    public double LogDeterminant(double rho, CancellationToken cancellationToken)
    {
        if (rho == 0)
        {
            return 0;
        }

        double? log = SymmetricFactor.Of(_plan, _pencil.ValuesAt(rho), cancellationToken)?.LogDeterminant();
        return log is not { } known ? double.NegativeInfinity : IsSymmetrisable ? known : known / 2;
    }

    /// <summary>Factorises for some ρ.</summary>
    public AutoregressiveInverse? At(double rho, CancellationToken cancellationToken) =>
        SymmetricFactor.Of(_plan, _pencil.ValuesAt(rho), cancellationToken) is { } factor
            ? new AutoregressiveInverse(Weights, factor, _roots, rho)
            : null;
}
