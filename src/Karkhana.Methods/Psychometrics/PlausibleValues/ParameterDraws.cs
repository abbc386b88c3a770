using Karkhana.Core.Errors;
using Karkhana.Core.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Draws item parameters from the normal distribution of their estimates.</summary>
/// <remarks>Slopes and intercepts are drawn together. A draw whose slope changes sign or whose graded thresholds change
/// order is no item and is drawn again.</remarks>
internal sealed class ParameterDraws
{
    /// <summary>The substream of the parameters; respondents have the ones below it.</summary>
    public const int Substream = int.MaxValue;

    private const int MostAttempts = 1000;
    private const double Slack = 1e-8; // of the greatest eigenvalue: a covariance written with fewer digits dips below 0

    private readonly ItemModel _model;
    private readonly ItemParameters _items;
    private readonly Matrix<double> _root;
    private readonly (int Item, int Step)[] _places; // step 0 is the slope

    public ParameterDraws(ItemModel model, ItemParameters items, ParameterCovariance covariance)
    {
        (_model, _items) = (model, items);
        Require.That(
            covariance.Labels.Distinct(StringComparer.Ordinal).Count() == covariance.Labels.Count, nameof(covariance),
            "must name each parameter once");
        _places = [.. covariance.Labels.Select(Place)];
        _root = Root(covariance);
    }

    /// <summary>Gives the parameters of a draw.</summary>
    public ItemParameters Draw(ulong seed, int draw)
    {
        RandomStream stream = new(seed, RandomPurpose.PlausibleValues, draw, Substream);
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            Vector<double> standard = Vector<double>.Build.Dense(_places.Length, _ => stream.NextGaussian());
            if (Moved(_root * standard) is { } drawn)
            {
                return drawn;
            }
        }

        throw new ArgumentException(FormattableString.Invariant(
            $"covariance must leave the items recognisable; {MostAttempts} draws in a row changed the sign of a slope or the order of thresholds."), "covariance");
    }

    private (int Item, int Step) Place(string label)
    {
        int colon = label.LastIndexOf(':');
        int item = colon < 0 ? -1 : Enumerable.Range(0, _items.Count).FirstOrDefault(at => _items.Items[at] == label[..colon], -1);
        int step = label.EndsWith(":slope", StringComparison.Ordinal) ? 0
            : Enumerable.Range(1, item < 0 ? 0 : _items.Thresholds[item].Length)
                .FirstOrDefault(c => label[(colon + 1)..] == FormattableString.Invariant($"{c}"), -1);
        Require.That(
            item >= 0 && step >= 0, "covariance",
            $"must have rows named item:slope or item:1, item:2, ... of items with parameters; one was {label}");
        Require.That(
            step > 0 || !_model.HasUnitSlopes(), "covariance", $"must not hold a slope that is fixed at 1; it held {label}");
        return (item, step);
    }

    private static Matrix<double> Root(ParameterCovariance covariance)
    {
        int count = covariance.Labels.Count;
        Require.SameLength(count, covariance.Values.Count, nameof(covariance));
        foreach (double[] row in covariance.Values)
        {
            Require.SameLength(count, row.Length, nameof(covariance));
            Require.Finite(row, nameof(covariance));
        }

        Matrix<double> matrix = Matrix<double>.Build.DenseOfRowArrays(covariance.Values);
        double scale = matrix.Enumerate().Max(Math.Abs);
        Require.That((matrix - matrix.Transpose()).Enumerate().All(gap => Math.Abs(gap) <= Slack * scale), nameof(covariance), "must be symmetric");
        var eigen = matrix.Evd(Symmetricity.Symmetric);
        Require.That(
            eigen.EigenValues.All(value => value.Real >= -Slack * scale), nameof(covariance), "must have no negative eigenvalue");
        return eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(
            eigen.EigenValues.Map(value => Math.Sqrt(Math.Max(0, value.Real))));
    }

    private ItemParameters? Moved(Vector<double> away)
    {
        double[] slopes = [.. _items.Slopes];
        double[][] intercepts = [.. Enumerable.Range(0, _items.Count).Select(item => Intercepts(_items.Slopes[item], _items.Thresholds[item]))];
        for (int i = 0; i < _places.Length; i++)
        {
            (int item, int step) = _places[i];
            (step == 0 ? ref slopes[item] : ref intercepts[item][step - 1]) += away[i];
        }

        double[][] thresholds = [.. intercepts.Select((own, item) => Thresholds(slopes[item], own))];
        bool sound = Enumerable.Range(0, _items.Count).All(item => Math.Sign(slopes[item]) == Math.Sign(_items.Slopes[item])
            && (_model != ItemModel.Graded || Enumerable.Range(1, intercepts[item].Length - 1).All(
                c => intercepts[item][c] <= intercepts[item][c - 1])));
        return sound ? _items with { Slopes = slopes, Thresholds = thresholds } : null;
    }

    private double[] Intercepts(double slope, double[] thresholds)
    {
        double sum = 0;
        return [.. thresholds.Select(threshold => _model.IsPartialCredit() ? sum -= slope * threshold : -slope * threshold)];
    }

    private double[] Thresholds(double slope, double[] intercepts) => [.. intercepts.Select((intercept, c) =>
        -(intercept - (_model.IsPartialCredit() && c > 0 ? intercepts[c - 1] : 0)) / slope)];
}
