using System.Globalization;

namespace Karkhana.Benchmarks.Simulation;

/// <summary>What a run took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="Processor">Of the processor.</param>
/// <param name="Steps">Firms times quarters.</param>
/// <param name="PeakBytes">The most memory of its process.</param>
internal sealed record SimulationTime(double Seconds, double Processor, double Steps, long PeakBytes)
{
    /// <summary>Reads a line that <see cref="Line"/> wrote.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The time.</returns>
    public static SimulationTime Of(string line)
    {
        double[] numbers = [.. line.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return new SimulationTime(numbers[0], numbers[1], numbers[2], (long)numbers[3]);
    }

    /// <summary>Gets the numbers in a line.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Seconds:R} {Processor:R} {Steps:R} {PeakBytes}");
}
