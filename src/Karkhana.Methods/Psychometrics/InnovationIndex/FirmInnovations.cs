using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Innovations of firms; one row per innovation.</summary>
/// <param name="Firms">The firm.</param>
/// <param name="Novelty">New to the firm 1, the place 2, the country 3, the world 4.</param>
/// <param name="Depth">Technical depth from 1 to 4.</param>
public sealed record FirmInnovations(IReadOnlyList<string> Firms, IReadOnlyList<double> Novelty, IReadOnlyList<double> Depth)
{
    /// <summary>Gets the year of each innovation; null when all fall within the window.</summary>
    public IReadOnlyList<double>? Years { get; init; }

    /// <summary>Gets all firms that were asked; null when those without innovation are not known.</summary>
    public IReadOnlyList<string>? Asked { get; init; }

    /// <summary>Reads the inputs <c>innovations</c> and <c>firms</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The innovations.</returns>
    public static FirmInnovations Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable innovations = request.Table("innovations");
        return new FirmInnovations(
            innovations.Texts("firm"), innovations.CompleteNumbers("novelty"), innovations.CompleteNumbers("depth"))
        {
            Years = innovations.Has("year") ? innovations.CompleteNumbers("year") : null,
            Asked = request.OptionalTable("firms")?.Texts("firm"),
        };
    }

    /// <summary>Refuses columns of different length, scores outside 1 to 4 and firms that were not asked.</summary>
    internal void Check()
    {
        Require.SameLength(Firms.Count, Novelty.Count, nameof(Novelty));
        Require.SameLength(Firms.Count, Depth.Count, nameof(Depth));
        Require.SameLength(Firms.Count, Years?.Count ?? Firms.Count, nameof(Years));
        CheckScore(Novelty, nameof(Novelty));
        CheckScore(Depth, nameof(Depth));
        if (Years is { Count: > 0 })
        {
            Require.Finite(Years, nameof(Years));
        }

        if (Asked is not null)
        {
            HashSet<string> asked = new(Asked, StringComparer.Ordinal);
            string? stranger = Firms.FirstOrDefault(firm => !asked.Contains(firm));
            Require.That(stranger is null, nameof(Asked), $"must hold every firm with an innovation; {stranger} was missing");
        }
    }

    private static void CheckScore(IReadOnlyList<double> scores, string name)
    {
        for (int row = 0; row < scores.Count; row++)
        {
            if (!(scores[row] is >= 1 and <= 4))
            {
                Require.That(false, name, FormattableString.Invariant($"must lie between 1 and 4; row {row + 1} was {scores[row]}"));
            }
        }
    }
}
