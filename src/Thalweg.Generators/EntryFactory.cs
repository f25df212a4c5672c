using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Thalweg.Generators;

/// <summary>
/// The expressions that make an object of a class from settings, and that give its settings back: constructor parameters
/// first, then init properties, each in its own type. What isn't given keeps the value that the constructor gives it.
/// </summary>
sealed class EntryFactory
{
    EntryFactory(string known, string make, string describe) => (Known, Make, Describe) = (known, make, describe);

    /// <summary>The names of the settings, as literals.</summary>
    public string Known { get; }

    /// <summary>A static lambda from Settings to the class.</summary>
    public string Make { get; }

    /// <summary>The configuration of the object <c>made</c>.</summary>
    public string Describe { get; }

    public static EntryFactory Of(INamedTypeSymbol type, INamedTypeSymbol root)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var constructor = type.InstanceConstructors
            .Where(one => one.DeclaredAccessibility == Accessibility.Public && !IsCopy(one, type) && one.Parameters.All(parameter => Reader(parameter.Type) is not null || parameter.IsOptional))
            .OrderByDescending(one => one.Parameters.Length).FirstOrDefault();
        if (constructor is null)
        {
            return new EntryFactory("", "static settings => throw settings.CannotMake()", "null");
        }
        var taken = constructor.Parameters.Where(parameter => Reader(parameter.Type) is not null).ToArray();
        var arguments = string.Join(", ", taken.Select(parameter => $"{parameter.Name}: {Argument(parameter, Array.IndexOf(taken, parameter))}"));
        var names = new HashSet<string>(taken.Select(parameter => parameter.Name), StringComparer.OrdinalIgnoreCase);
        var properties = Properties(type, root).Where(property => !names.Contains(property.Name)).ToArray();
        var known = string.Join(", ", taken.Select(parameter => parameter.Name).Concat(properties.Select(property => property.Name)).Select(one => CatalogGenerator.Literal(SnakeCase(one))));
        var values = taken.Select(parameter => (parameter.Name, parameter.Type, Place: ReadBack(type, parameter))).Concat(properties.Select(property => (property.Name, property.Type, Place: property.Name)));
        var describe = $"new(\"{type.Name}\", [{string.Join(", ", values.Select(value => $"new({CatalogGenerator.Literal(SnakeCase(value.Name))}, {Value(value.Type, value.Place)})"))}])";

        var text = new StringBuilder($"static settings => {{ settings.Expect([{known}], {taken.Length.ToString(CultureInfo.InvariantCulture)}); ");
        if (properties.Length == 0)
        {
            return new EntryFactory(known, text.Append($"return new {name}({arguments}); }}").ToString(), describe);
        }
        var set = string.Join(", ", properties.Select(property => $"{property.Name} = settings.{Reader(property.Type)}({CatalogGenerator.Literal(SnakeCase(property.Name))}, -1, made.{property.Name}{Tail(property.Type)})"));
        return new EntryFactory(known, text.Append($"var made = new {name}({arguments}); return settings.IsEmpty ? made : new {name}({arguments}) {{ {set} }}; }}").ToString(), describe);
    }

    /// <summary>The property that gives a constructor parameter back: of its name, or of the beginning of it (Inner for innerOptimizer).</summary>
    static string ReadBack(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        string? near = null;
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            foreach (var property in at.GetMembers().OfType<IPropertySymbol>().Where(one => one is { IsStatic: false, IsIndexer: false, GetMethod: not null, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }))
            {
                if (string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Name;
                }
                near ??= parameter.Name.StartsWith(property.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type) ? property.Name : null;
            }
        }
        // Doesn't compile, and says so in the place that is missing.
        return near ?? $"The_constructor_takes_{parameter.Name}_so_a_property_must_give_it_back";
    }

    static string Value(ITypeSymbol type, string property) => type.TypeKind == TypeKind.Enum
        ? $"global::Thalweg.Catalogs.Configuration.Member(made.{property})"
        : $"made.{property}";

    static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type, INamedTypeSymbol root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (INamedTypeSymbol? at = type; at is not null; at = SymbolEqualityComparer.Default.Equals(at, root) ? null : at.BaseType)
        {
            foreach (var property in at.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, SetMethod: { IsInitOnly: true, DeclaredAccessibility: Accessibility.Public } }
                    && Reader(property.Type) is not null && seen.Add(property.Name))
                {
                    yield return property;
                }
            }
        }
    }

    static string Argument(IParameterSymbol parameter, int position)
    {
        var start = $"settings.{Reader(parameter.Type)}({CatalogGenerator.Literal(SnakeCase(parameter.Name))}, {position.ToString(CultureInfo.InvariantCulture)}";
        return parameter.HasExplicitDefaultValue ? $"{start}, {Default(parameter)}{Tail(parameter.Type)})" : $"{start}{Tail(parameter.Type)})";
    }

    static string Default(IParameterSymbol parameter)
    {
        var value = parameter.ExplicitDefaultValue;
        var type = parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return value switch
        {
            null => $"default({type}{(parameter.Type.IsReferenceType ? "?" : "")})",
            _ when parameter.Type.TypeKind == TypeKind.Enum => $"({type})({SymbolDisplay.FormatPrimitive(value, false, false)})",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            _ => SymbolDisplay.FormatPrimitive(value, true, false)!,
        };
    }

    /// <summary>What follows the arguments of a reader: how text becomes an object of another catalog.</summary>
    static string Tail(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && CatalogEntry.IsCatalog(named)
        ? $", {named.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.FromName, {named.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.FromConfiguration"
        : "";

    /// <summary>The method of Settings that reads a type; null where none does.</summary>
    static string? Reader(ITypeSymbol type)
    {
        var isNullable = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var inner = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        var suffix = isNullable ? "OrNull" : "";
        return inner.SpecialType switch
        {
            SpecialType.System_Double => "Number" + suffix,
            SpecialType.System_Int32 => "Integer" + suffix,
            SpecialType.System_Int64 => "Long" + suffix,
            SpecialType.System_Boolean => "Flag" + suffix,
            SpecialType.System_String => "Text",
            _ when inner.TypeKind == TypeKind.Enum && !isNullable => $"Choice<{inner.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}>",
            _ when inner is INamedTypeSymbol { TypeKind: TypeKind.Class } named && CatalogEntry.IsCatalog(named) => "Made",
            _ when inner is INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments.Length: 1 } list && list.TypeArguments[0].SpecialType == SpecialType.System_Double => "Numbers",
            _ when inner is INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments.Length: 1 } list && list.TypeArguments[0].SpecialType == SpecialType.System_Int32 => "Integers",
            _ when inner is INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments.Length: 1 } list && list.TypeArguments[0].SpecialType == SpecialType.System_String => "Texts",
            _ => null,
        };
    }

    /// <summary>learning_rate for learningRate, beta_1 for Beta1: as Keras writes it.</summary>
    static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var starts = char.IsUpper(name[i]) && (i + 1 == name.Length || !char.IsUpper(name[i + 1]) || !char.IsUpper(name[Math.Max(0, i - 1)]))
                || char.IsDigit(name[i]) && i > 1 && !char.IsDigit(name[i - 1]);
            if (i > 0 && starts && text[text.Length - 1] != '_')
            {
                text.Append('_');
            }
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
