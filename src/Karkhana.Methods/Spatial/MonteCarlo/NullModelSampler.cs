using Karkhana.Core.Errors;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Spatial;

/// <summary>Draws patterns under a null model, each by its own address.</summary>
/// <remarks>
/// Sites are drawn for the reference points first. Whoever needs these alone can stop there and gets the same sites as
/// whoever draws the whole pattern.
/// </remarks>
public sealed class NullModelSampler
{
    private readonly PointPattern _points;
    private readonly NullModel _model;
    private readonly (ulong Seed, int Substream) _address;
    private readonly int[] _order;
    private readonly int[] _sites;
    private readonly (double Left, double Right, double Bottom, double Top) _window;

    /// <summary>Looks at the observed pattern.</summary>
    /// <param name="points">The pattern.</param>
    /// <param name="model">The null model.</param>
    /// <param name="reference">The type of the reference points.</param>
    /// <param name="address">The seed of the run, and the number of the test within a family of tests.</param>
    /// <param name="window">Left, right, bottom and top of random positions; null takes the rectangle of the
    /// points.</param>
    public NullModelSampler(
        PointPattern points, NullModel model, string reference, (ulong Seed, int Substream) address, IReadOnlyList<double>? window = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        points.Check();
        (_points, _model, _address) = (points, model, address);
        bool[] flags = points.Are(reference);
        int[] all = [.. Enumerable.Range(0, points.Count)];
        int[] cases = [.. all.Where(i => flags[i])];
        int[] others = [.. all.Where(i => !flags[i])];
        Size = cases.Length;
        Require.That(Size > 0, nameof(reference), $"must be a type of the points; none is of type {reference}");
        Require.That(
            model == NullModel.RandomPosition || others.Length > 0, nameof(reference),
            "must not be the only type: there would be nothing to change places with");
        bool othersOnly = model == NullModel.PopulationIndependence;
        _order = othersOnly ? others : [.. cases, .. others];
        _sites = othersOnly ? others : all;
        _window = model == NullModel.RandomPosition ? Window(window) : default;
    }

    /// <summary>Gets the number of reference points.</summary>
    public int Size { get; }

    /// <summary>Draws the pattern of a replicate; may be called from several threads at once.</summary>
    /// <param name="replicate">The replicate, from 0.</param>
    /// <returns>The pattern.</returns>
    public PointPattern Draw(int replicate)
    {
        if (_model == NullModel.RandomPosition)
        {
            return Thrown(new RandomStream(_address.Seed, RandomPurpose.RandomPosition, replicate, _address.Substream));
        }

        int[] sites = Sites(replicate, _sites.Length);
        string[] types = [.. _points.Types];
        double[] weights = [.. _points.Weights];
        for (int k = 0; k < sites.Length; k++)
        {
            types[sites[k]] = _points.Types[_order[k]];
            if (weights.Length > 0 && _model != NullModel.RandomLabelling)
            {
                weights[sites[k]] = _points.Weights[_order[k]];
            }
        }

        return _points with { Types = types, Weights = weights };
    }

    /// <summary>Draws the sites of the reference points alone.</summary>
    internal int[] Members(int replicate) => Sites(replicate, Size)[..Size];

    private int[] Sites(int replicate, int count)
    {
        RandomPurpose purpose = _model switch
        {
            NullModel.RandomLabelling => RandomPurpose.RandomLabelling,
            NullModel.PopulationIndependence => RandomPurpose.PopulationIndependence,
            _ => RandomPurpose.RandomLocation,
        };
        int[] sites = [.. _sites];
        new RandomStream(_address.Seed, purpose, replicate, _address.Substream).ShuffleFront<int>(sites, count);
        return sites;
    }

    private PointPattern Thrown(RandomStream stream)
    {
        double[] x = new double[_points.Count];
        double[] y = new double[_points.Count];
        foreach (int i in _order)
        {
            x[i] = _window.Left + ((_window.Right - _window.Left) * stream.NextDouble());
            y[i] = _window.Bottom + ((_window.Top - _window.Bottom) * stream.NextDouble());
        }

        return _points with { X = x, Y = y };
    }

    private (double Left, double Right, double Bottom, double Top) Window(IReadOnlyList<double>? window)
    {
        if (window is null)
        {
            return (_points.X.Min(), _points.X.Max(), _points.Y.Min(), _points.Y.Max());
        }

        Require.Finite(window, nameof(window));
        Require.SameLength(4, window.Count, nameof(window));
        Require.That(
            window[0] < window[1] && window[2] < window[3], nameof(window),
            "must be left, right, bottom, top with left < right and bottom < top");
        return (window[0], window[1], window[2], window[3]);
    }
}
