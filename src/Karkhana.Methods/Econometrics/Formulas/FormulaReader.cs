namespace Karkhana.Methods.Econometrics;

/// <summary>Gives the pieces of a formula one after another.</summary>
internal sealed class FormulaReader
{
    private const string Signs = "~+-:*(),|";

    private readonly string _formula;
    private readonly List<FormulaToken> _tokens = [];
    private int _next;

    public FormulaReader(string formula)
    {
        _formula = formula;
        int at = 0;
        while (at < formula.Length)
        {
            at = char.IsWhiteSpace(formula[at]) ? at + 1 : Take(at);
        }

        _tokens.Add(new FormulaToken(FormulaTokenKind.End, "the end", formula.Length + 1));
    }

    public FormulaToken Current => _tokens[_next];

    public FormulaToken Next() => _tokens[_next++];

    /// <summary>Steps over a sign when it comes next.</summary>
    public bool Skip(string sign)
    {
        bool found = Current.Kind == FormulaTokenKind.Sign && Current.Text == sign;
        _next += found ? 1 : 0;
        return found;
    }

    /// <summary>Demands a sign.</summary>
    public void Expect(string sign)
    {
        if (!Skip(sign))
        {
            throw Refuse(Current, $"expected {sign}");
        }
    }

    /// <summary>Demands the name of a column.</summary>
    public string ExpectName(string what)
    {
        if (Current.Kind != FormulaTokenKind.Name)
        {
            throw Refuse(Current, $"expected {what}");
        }

        return Next().Text;
    }

    /// <summary>Makes the exception for a piece that does not fit.</summary>
    public ArgumentException Refuse(FormulaToken token, string rule) => new(
        FormattableString.Invariant($"The formula \"{_formula}\" cannot be read at position {token.Position}: {rule}; it was {token.Text}."));

    private int Take(int at)
    {
        char first = _formula[at];
        if (Signs.Contains(first, StringComparison.Ordinal))
        {
            _tokens.Add(new FormulaToken(FormulaTokenKind.Sign, first.ToString(), at + 1));
            return at + 1;
        }

        if (first is '`' or '"' or '\'')
        {
            int end = _formula.IndexOf(first, at + 1);
            FormulaToken open = new(FormulaTokenKind.Sign, first.ToString(), at + 1);
            if (end <= at + 1)
            {
                throw Refuse(open, end < 0 ? "a quote is not closed" : "nothing stands between the quotes");
            }

            FormulaTokenKind kind = first == '`' ? FormulaTokenKind.Name : FormulaTokenKind.Text;
            _tokens.Add(new FormulaToken(kind, _formula[(at + 1)..end], at + 1));
            return end + 1;
        }

        int stop = at;
        while (stop < _formula.Length && (char.IsLetterOrDigit(_formula[stop]) || _formula[stop] is '_' or '.'))
        {
            stop++;
        }

        if (stop == at)
        {
            throw Refuse(new FormulaToken(FormulaTokenKind.Sign, first.ToString(), at + 1), "expected a name or one of ~ + - : * ( ) |");
        }

        FormulaTokenKind word = char.IsDigit(first) ? FormulaTokenKind.Number : FormulaTokenKind.Name;
        _tokens.Add(new FormulaToken(word, _formula[at..stop], at + 1));
        return stop;
    }
}
