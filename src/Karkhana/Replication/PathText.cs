using System.Globalization;
using System.Text;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Replication;

/// <summary>Writes the paths of an advantage in R: products of coefficients that are checked, and a path model beside them.</summary>
internal sealed class PathText(EquationGroup group, EquationText equations, NamesInR names, bool weighted)
{
    private const string Effort = Constructs.Effort;
    private const string Capability = Constructs.Capability;

    /// <summary>Gives the lines.</summary>
    public string All()
    {
        StringBuilder text = new("# The paths: products of coefficients.\n");
        foreach (ChannelPath path in group.Paths)
        {
            string own = names.Of(path.Advantage);
            string? product = path.Channel switch
            {
                LearningChannel.StaticCost => Coefficient("performance", own),
                LearningChannel.SpilloverWithoutEffort => Coefficient(Capability, own),
                _ => Joined(
                    Coefficient($"channel_{Words.Of(path.Channel)}", own),
                    Coefficient(Effort, names.Of(ChannelConstruct.Of(path.Channel))),
                    Coefficient(Capability, names.Of(Effort))),
            };
            if (product is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"# {Words.Spaced(path.Channel)}: {path.Estimate:R}, from {path.Low:R} to {path.High:R}\n");
                text.Append(CultureInfo.InvariantCulture, $"check_values(c(path =\n  {product}),\n  c(path = {path.Estimate:R}), \"{Words.Spaced(path.Channel)}\")\n");
            }
        }

        return text.Append(PathModel()).ToString();
    }

    private string? Coefficient(string equation, string term) => group.Equations.FirstOrDefault(entry => entry.Fit.Equation.Name == equation) is { Fit: not null } found
        ? $"{found.Name}[\"{term}\", \"estimate\"]"
        : null;

    private static string? Joined(params string?[] factors) => factors.Contains(null) ? null : string.Join(" *\n    ", factors);

    // Scores as observed, so that it shows what the correction for error does; nothing is checked.
    private string PathModel()
    {
        string advantage = names.Of(group.Equations[0].Fit.Equation.Terms[0]);
        (string Outcome, LearningFit Fit)[] channels = [.. group.Equations
            .Where(entry => entry.Fit.Equation.Name.StartsWith("channel_", StringComparison.Ordinal)
                && group.Equations.Any(other => other.Fit.Equation.Name == Effort && other.Fit.Coefficients.Find(entry.Fit.Equation.Outcome) >= 0))
            .Select(entry => (names.Of(entry.Fit.Equation.Outcome), entry.Fit))];
        StringBuilder text = new();
        text.Append("\n# The same as one path model on the scores as observed, errors of measurement not allowed for: it differs, and nothing is checked.\n");
        text.Append("if (requireNamespace(\"lavaan\", quietly = TRUE)) try({\n  paths <- lavaan::parameterEstimates(lavaan::sem('\n");
        for (int channel = 0; channel < channels.Length; channel++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {channels[channel].Outcome} ~ {Labelled(channels[channel].Fit, (advantage, $"a{channel + 1}"))}\n");
        }

        LearningFit Fit(string name) => group.Equations.First(entry => entry.Fit.Equation.Name == name).Fit;
        text.Append(CultureInfo.InvariantCulture, $"    {names.Of(Effort)} ~ {Labelled(Fit(Effort), [(advantage, "d"), .. channels.Select((channel, i) => (channel.Outcome, FormattableString.Invariant($"b{i + 1}")))])}\n");
        text.Append(CultureInfo.InvariantCulture, $"    {names.Of(Capability)} ~ {Labelled(Fit(Capability), (advantage, "without_effort"), (names.Of(Effort), "e"))}\n");
        string through = string.Join(" + ", channels.Select((_, i) => FormattableString.Invariant($"a{i + 1} * b{i + 1}")).Prepend("d"));
        text.Append(CultureInfo.InvariantCulture, $"    through_effort := ({through}) * e\n");
        text.Append("    total := through_effort + without_effort\n");
        text.Append(CultureInfo.InvariantCulture, $"  ', data = firms, estimator = \"MLR\"{(weighted ? ", sampling.weights = \"weight\"" : "")}))\n  print(paths[paths$label != \"\", c(\"lhs\", \"op\", \"rhs\", \"label\", \"est\", \"se\")], row.names = FALSE)\n}}, silent = TRUE)\n");
        return text.ToString();
    }

    private string Labelled(LearningFit fit, params (string Term, string Label)[] labels) => string.Join(" + ", equations.Terms(fit).Select(
        term => labels.FirstOrDefault(pair => pair.Term == term) is { Label: not null } found ? $"{found.Label} * {term}" : term));
}
