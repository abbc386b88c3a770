using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Search curves for extended FAST.</summary>
public static class FastDesign
{
    internal const string Source = "Saltelli, Tarantola & Chan 1999, doi:10.1080/00401706.1999.10485594";

    /// <summary>Gives the curves.</summary>
    /// <remarks>
    /// Per input of interest, curve and step j of N: x_i = low + (high − low)(½ + asin(sin(w_i s + φ_i))/π), s = 2πj/N. The input of interest has
    /// the frequency w, the greatest with M harmonics below that of Nyquist being ⌊(N − 1)/2M⌋; the others have frequencies from 1 to m = ⌊w/2M⌋: evenly
    /// spread when there are no more of them than m, else 1 to m in turns. Phases are 0, or uniform on [0, 2π) by input of interest, curve and input.
    /// Assumes inputs that are uniform and independent. Cost: cells, inputs²·curves·N. Source: Saltelli, Tarantola and Chan 1999,
    /// doi:10.1080/00401706.1999.10485594, equation 20 and section 4. Agrees with: the frequencies of SALib 1.5 sample.fast_sampler, exactly.
    /// </remarks>
    /// <param name="options">Bounds, points, frequency, curves.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between curves.</param>
    /// <returns>The runs; what the model gives for them goes into <see cref="FourierAmplitudeSensitivity"/>.</returns>
    /// <exception cref="ArgumentException">Points are too few for the harmonics, curves would be the same, or the cells would be too many.</exception>
    public static FastDesignResult Estimate(
        FastDesignOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        int frequency = Frequency(options);
        int inputs = options.Bounds.Count;
        int[] others = OtherFrequencies(inputs - 1, frequency / (2 * options.Harmonics));
        double[] cells = ExperimentalDesign.Cells((long)inputs * options.Curves * options.Count, inputs);
        for (int curve = 0; curve < inputs * options.Curves; curve++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int interest = curve / options.Curves;
            int[] frequencies = [.. others[..interest], frequency, .. others[interest..]];
            RandomStream stream = new(options.Seed, RandomPurpose.SearchCurvePhase, curve % options.Curves, interest);
            double[] phases = [.. frequencies.Select(_ => options.RandomPhase ? 2 * Math.PI * stream.NextDouble() : 0)];
            Fill(cells.AsSpan(curve * options.Count * inputs, options.Count * inputs), frequencies, phases);
        }

        return new FastDesignResult
        {
            Design = new ExperimentalDesign(inputs * options.Curves * options.Count, inputs, cells).Scaled(options.Bounds),
            Count = options.Count,
            Curves = options.Curves,
            Frequency = frequency,
            OtherFrequencies = others,
            Notes = Shared(inputs - 1, frequency / (2 * options.Harmonics)),
            Provenance = new Provenance(
                "experiments.fast-design",
                FormattableString.Invariant(
                    $"bounds = {InputBounds.Text(options.Bounds)}, count = {options.Count}, frequency = {frequency}, harmonics = {options.Harmonics}, curves = {options.Curves}, random_phase = {options.RandomPhase}"),
                Source,
                options.RandomPhase ? options.Seed : null),
        };
    }

    private static int Frequency(FastDesignOptions options)
    {
        int least = 2 * options.Harmonics;
        Require.That(options.Count >= (least * least) + 1, nameof(options.Count), FormattableString.Invariant(
            $"must be at least {(least * least) + 1} for {options.Harmonics} harmonics; it was {options.Count}"));
        Require.That(options.Curves == 1 || options.RandomPhase, nameof(options.Curves), FormattableString.Invariant(
            $"must be 1 unless random_phase is true, for they would be the same; it was {options.Curves}"));
        int most = (options.Count - 1) / least;
        return Require.Between(options.Frequency ?? most, least, most, nameof(options.Frequency));
    }

    private static int[] OtherFrequencies(int count, int most) => count > most
        ? [.. Enumerable.Range(0, count).Select(place => (place % most) + 1)]
        : [.. Enumerable.Range(0, count).Select(place => count == 1 ? 1 : 1 + (place * (most - 1) / (count - 1)))];

    private static void Fill(Span<double> rows, int[] frequencies, double[] phases)
    {
        int count = rows.Length / frequencies.Length;
        for (int step = 0; step < count; step++)
        {
            for (int input = 0; input < frequencies.Length; input++)
            {
                // Whole turns are taken off as whole numbers, so that late steps are as exact as early ones.
                double angle = (2 * Math.PI * ((long)frequencies[input] * step % count) / count) + phases[input];
                rows[(step * frequencies.Length) + input] = Math.Clamp(0.5 + (Math.Asin(Math.Sin(angle)) / Math.PI), 0, 1);
            }
        }
    }

    private static Note[] Shared(int others, int most) => others <= most ? [] : [new Note(
        "shared-frequencies",
        Severity.Information,
        FormattableString.Invariant(
            $"{others} other inputs share {most} frequencies, so that some move together along a curve; random phases, or more points, part them."))];
}
