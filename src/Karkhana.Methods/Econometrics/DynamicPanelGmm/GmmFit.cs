using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>One step of GMM: the estimates that make the weighted moments least.</summary>
/// <remarks>b = (X'Z W Z'X)⁻¹ X'Z W Z'y, summed over units. A weight matrix without full rank is inverted where it has
/// rank.</remarks>
internal sealed class GmmFit
{
    private const double Singular = 1e-12;

    public GmmFit(DifferencedUnit[] units, Matrix<double> moments)
    {
        Units = units;
        Weight = Inverse(moments, out int rank);
        Rank = rank;
        Cross = Add(unit => unit.Instruments.TransposeThisAndMultiply(unit.Terms));
        Vector<double> outcome = units.Select(unit => unit.Instruments.TransposeThisAndMultiply(unit.Outcome)).Aggregate((left, right) => left + right);
        Bread = Inverse(Cross.TransposeThisAndMultiply(Weight * Cross), out int termRank);
        TermRank = termRank;
        Estimates = Bread * Cross.TransposeThisAndMultiply(Weight * outcome);
        Residuals = [.. units.Select(unit => unit.Outcome - (unit.Terms * Estimates))];
    }

    public DifferencedUnit[] Units { get; }

    public Matrix<double> Weight { get; }

    public int Rank { get; }

    public int TermRank { get; }

    /// <summary>Gets Z'X.</summary>
    public Matrix<double> Cross { get; }

    /// <summary>Gets (X'Z W Z'X)⁻¹.</summary>
    public Matrix<double> Bread { get; }

    public Vector<double> Estimates { get; }

    public Vector<double>[] Residuals { get; }

    /// <summary>Gets X'Z W as the map from moments to estimates.</summary>
    public Matrix<double> Map => Bread * Cross.TransposeThisAndMultiply(Weight);

    /// <summary>Gives Σ Z'H Z.</summary>
    public static Matrix<double> FirstMoments(DifferencedUnit[] units) => units
        .Select(unit => unit.Instruments.TransposeThisAndMultiply(unit.DifferenceCovariance() * unit.Instruments))
        .Aggregate((left, right) => left + right);

    /// <summary>Gives S = Σ Z'e e'Z.</summary>
    public Matrix<double> MomentSquares() => Scores().Select(score => score.OuterProduct(score)).Aggregate((left, right) => left + right);

    /// <summary>Gives Z'e of each unit.</summary>
    public Vector<double>[] Scores() => [.. Units.Zip(Residuals, (unit, residuals) => unit.Instruments.TransposeThisAndMultiply(residuals))];

    /// <summary>Gives Map S Map'.</summary>
    public Matrix<double> Robust() => Map * MomentSquares() * Map.Transpose();

    /// <summary>Gives the covariance of two-step estimates with Windmeijer's correction for the estimated weight.</summary>
    public Matrix<double> Corrected(GmmFit first)
    {
        Vector<double> weighted = Weight * Scores().Aggregate((left, right) => left + right);
        Matrix<double> drift = Matrix<double>.Build.Dense(Estimates.Count, Estimates.Count);
        Vector<double>[] scores = first.Scores();
        for (int term = 0; term < Estimates.Count; term++)
        {
            Vector<double> turned = Vector<double>.Build.Dense(weighted.Count);
            for (int unit = 0; unit < Units.Length; unit++)
            {
                Vector<double> own = Units[unit].Instruments.TransposeThisAndMultiply(Units[unit].Terms.Column(term));
                turned += (own * (scores[unit] * weighted)) + (scores[unit] * (own * weighted));
            }

            drift.SetColumn(term, Map * turned);
        }

        return Bread + (drift * Bread) + (Bread * drift.Transpose()) + (drift * first.Robust() * drift.Transpose());
    }

    /// <summary>Gives the z test of Arellano and Bond for residuals that are correlated over a lag.</summary>
    public double SerialCorrelation(int lag, Matrix<double> covariance)
    {
        double sum = 0;
        double squares = 0;
        Vector<double> terms = Vector<double>.Build.Dense(Estimates.Count);
        Vector<double> moments = Vector<double>.Build.Dense(Weight.RowCount);
        for (int unit = 0; unit < Units.Length; unit++)
        {
            Vector<double> lagged = Units[unit].Lagged(Residuals[unit], lag);
            double product = lagged * Residuals[unit];
            sum += product;
            squares += product * product;
            terms += Units[unit].Terms.TransposeThisAndMultiply(lagged);
            moments += Units[unit].Instruments.TransposeThisAndMultiply(Residuals[unit]) * product;
        }

        double variance = squares - (2 * (terms * (Map * moments))) + (terms * (covariance * terms));
        return variance > 0 ? sum / Math.Sqrt(variance) : double.NaN;
    }

    public static Matrix<double> Inverse(Matrix<double> symmetric, out int rank)
    {
        // Scaled to a unit diagonal first: instruments have very different sizes.
        double[] scale = [.. symmetric.Diagonal().Select(value => value > 0 ? 1 / Math.Sqrt(value) : 0)];
        Matrix<double> scaled = Matrix<double>.Build.Dense(scale.Length, scale.Length, (row, column) => symmetric[row, column] * scale[row] * scale[column]);
        var eigen = SymmetricEigen.Of((scaled + scaled.Transpose()) / 2, "moments");
        double limit = Singular * eigen.EigenValues.Enumerate().Max(value => value.Real);
        Vector<double> inverse = Vector<double>.Build.Dense(scale.Length, i => eigen.EigenValues[i].Real > limit ? 1 / eigen.EigenValues[i].Real : 0);
        rank = inverse.Count(value => value > 0);
        Matrix<double> turned = eigen.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(inverse) * eigen.EigenVectors.Transpose();
        return Matrix<double>.Build.Dense(scale.Length, scale.Length, (row, column) => turned[row, column] * scale[row] * scale[column]);
    }

    private Matrix<double> Add(Func<DifferencedUnit, Matrix<double>> part) => Units.Select(part).Aggregate((left, right) => left + right);
}
