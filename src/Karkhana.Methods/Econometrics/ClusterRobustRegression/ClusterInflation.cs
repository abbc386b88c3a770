using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Econometrics;

/// <summary>The power of I − S by which a correction inflates what belongs to one cluster, S = Q_g'Q_g.</summary>
/// <remarks>Directions that a cluster determines alone are left out: the generalised inverse.</remarks>
internal sealed class ClusterInflation
{
    private const double Singular = 1e-10;

    private readonly Matrix<double>? _vectors;
    private readonly double[] _powers = [];

    public ClusterInflation(Matrix<double> square, ClusterCorrection correction)
    {
        if (correction is not (ClusterCorrection.Cr2 or ClusterCorrection.Cr3))
        {
            return;
        }

        Evd<double> eigen = SymmetricEigen.Of(square, "sample");
        double power = correction == ClusterCorrection.Cr2 ? -0.5 : -1;
        _vectors = eigen.EigenVectors;
        _powers = [.. eigen.EigenValues.Select(value => 1 - value.Real < Singular ? 0 : Math.Pow(1 - value.Real, power))];
    }

    public Vector<double> Apply(Vector<double> vector)
    {
        if (_vectors is null)
        {
            return vector;
        }

        Vector<double> turned = _vectors.TransposeThisAndMultiply(vector);
        for (int i = 0; i < turned.Count; i++)
        {
            turned[i] *= _powers[i];
        }

        return _vectors * turned;
    }
}
