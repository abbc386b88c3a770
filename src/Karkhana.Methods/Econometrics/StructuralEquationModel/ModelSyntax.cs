using System.Globalization;
using System.Text.RegularExpressions;

namespace Karkhana.Methods.Econometrics;

/// <summary>Reads the formulas of a structural equation model.</summary>
internal sealed partial class ModelSyntax
{
    private readonly Dictionary<string, IReadOnlyList<string>> _measurement = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _regression = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> _covariance = [];
    private readonly Dictionary<string, double> _fixed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _labels = new(StringComparer.Ordinal);
    private readonly List<(Line Line, string Name, string Sum)> _sums = [];

    private ModelSyntax()
    {
    }

    public static StructuralModel Read(string text)
    {
        ModelSyntax syntax = new();
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int number = 0; number < lines.Length; number++)
        {
            foreach (string formula in lines[number].Split('#')[0].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                syntax.Add(new Line(number + 1, formula));
            }
        }

        return new StructuralModel
        {
            Measurement = syntax._measurement,
            Regression = syntax._regression,
            Covariance = syntax._covariance,
            Fixed = syntax._fixed,
            Equal = [.. syntax._labels.Values.Where(own => own.Count > 1)],
            Defined = syntax._sums.ToDictionary(
                sum => sum.Name, IReadOnlyList<IReadOnlyList<string>> (sum) => syntax.Products(sum.Line, sum.Sum), StringComparer.Ordinal),
        };
    }

    [GeneratedRegex(@"^\s*(?<left>[\p{L}_.][\p{L}\p{Nd}_.]*)\s*(?<operator>=~|~~|:=|~)\s*(?<right>[^=~:]+)$")]
    private static partial Regex Formula();

    [GeneratedRegex(@"^(?:(?<modifier>[^*\s]+)\s*\*\s*)?(?<name>[\p{L}_.][\p{L}\p{Nd}_.]*)$")]
    private static partial Regex Part();

    [GeneratedRegex(@"^[\p{L}_.][\p{L}\p{Nd}_.]*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*(?<left>[\p{L}_.][\p{L}\p{Nd}_.]*)\s*:=\s*(?<right>.+)$")]
    private static partial Regex Definition();

    private void Add(Line line)
    {
        if (Definition().Match(line.Text) is { Success: true } definition)
        {
            string name = definition.Groups["left"].Value;
            line.Require(!_sums.Exists(sum => sum.Name == name), $"must define every name once; {name} came twice");
            _sums.Add((line, name, definition.Groups["right"].Value));
            return;
        }

        Match formula = Formula().Match(line.Text);
        line.Require(formula.Success, "must be a formula such as \"f =~ x1 + x2\", \"y ~ x\", \"a ~~ b\" or \"name := a*b\"");
        (string left, string sign) = (formula.Groups["left"].Value, formula.Groups["operator"].Value);
        string[] names = [.. formula.Groups["right"].Value.Split('+', StringSplitOptions.TrimEntries).Select(part => Take(line, left + sign, part))];
        if (sign == "~~")
        {
            // The variance of a variable is there anyhow; naming it only serves to hold or label it.
            _covariance.AddRange(names.Where(name => name != left).Select(name => (IReadOnlyList<string>)[left, name]));
            return;
        }

        Dictionary<string, IReadOnlyList<string>> target = sign == "=~" ? _measurement : _regression;
        target[left] = target.TryGetValue(left, out IReadOnlyList<string>? before) ? [.. before, .. names] : names;
    }

    /// <summary>Takes one variable of the right side, and what stands before it.</summary>
    private string Take(Line line, string parameter, string part)
    {
        Match match = Part().Match(part);
        line.Require(part != "1", "must not name an intercept; intercepts come by themselves with full information");
        line.Require(match.Success, $"must hold variables joined by +, each with at most one number or label before a *; \"{part}\" is not one");
        (string name, string modifier) = (match.Groups["name"].Value, match.Groups["modifier"].Value);
        if (double.TryParse(modifier, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            _fixed[parameter + name] = value;
        }
        else if (modifier.Length > 0)
        {
            line.Require(Name().IsMatch(modifier) && modifier != "NA", $"must have a number or a label before a *; \"{modifier}\" is neither");
            if (!_labels.TryGetValue(modifier, out List<string>? own))
            {
                _labels.Add(modifier, own = []);
            }

            own.Add(parameter + name);
        }

        return name;
    }

    private List<IReadOnlyList<string>> Products(Line line, string sum)
    {
        line.Require(!sum.Contains('(', StringComparison.Ordinal) && !sum.Contains('/', StringComparison.Ordinal),
            "must define a sum of products without brackets or division");
        List<IReadOnlyList<string>> products = [];
        foreach (string signed in sum.Replace("-", "+-", StringComparison.Ordinal).Split('+', StringSplitOptions.TrimEntries))
        {
            bool minus = signed.StartsWith('-');
            if (signed.Length == 0 && products.Count == 0)
            {
                continue; // a sum that begins with a minus
            }

            string[] factors = [.. (minus ? signed[1..] : signed).Split('*', StringSplitOptions.TrimEntries).Select(factor => Factor(line, factor))];
            products.Add(minus ? ["-1", .. factors] : factors);
        }

        return products;
    }

    private string Factor(Line line, string factor)
    {
        line.Require(factor.Length > 0, "must have a label, a parameter or a number on both sides of * and +");
        bool plain = !Name().IsMatch(factor);
        line.Require(plain || _labels.ContainsKey(factor), $"must use labels that stand before a variable; {factor} does not");
        return plain ? factor : _labels[factor][0];
    }

    private sealed record Line(int Number, string Text)
    {
        public void Require(bool condition, string rule) => Core.Errors.Require.That(
            condition, "text", FormattableString.Invariant($"{rule}; line {Number} was \"{Text}\""));
    }
}
